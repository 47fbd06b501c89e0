import { createStoryIndex } from '../src/stories/story-index.ts';
import { generatedNews } from './generated-news.ts';

/** What clustering costs: COUNT invented briefs in one pass, then one at a time. `npm run bench:stories [-- COUNT]` */
const count = Number(process.argv[2] ?? 100_000);
const fresh = 200;
const briefs = generatedNews(count + fresh);
const index = createStoryIndex();

const start = performance.now();
for (const [at, brief] of briefs.entries()) if (at < count) index.add(brief, brief.ingestedAt ?? 0);
const seconds = (performance.now() - start) / 1000;
console.log(
  `${count} briefs in one pass: ${seconds.toFixed(1)} s (${((seconds / count) * 1e6).toFixed(0)} µs each)`,
);

const times: number[] = [];
for (const brief of briefs.slice(count)) {
  const before = performance.now();
  index.add(brief, brief.ingestedAt ?? 0);
  times.push(performance.now() - before);
}
times.sort((a, b) => a - b);
const at = (share: number) =>
  (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(2);
console.log(`a new brief: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`);
console.log(`${index.stories().length} stories; ${Math.round(process.memoryUsage().rss / 1e6)} MB RSS`);

const saved = index.snapshot();
const warm = performance.now();
const again = createStoryIndex(saved);
for (const brief of briefs) again.add(brief, brief.ingestedAt ?? 0);
console.log(
  `warm start with ${saved.length} saved assignments: ${((performance.now() - warm) / 1000).toFixed(1)} s`,
);
