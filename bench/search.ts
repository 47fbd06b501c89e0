import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Brief } from '../src/briefs/brief.ts';
import { hostileQuery } from '../tests/search/hostile-query.ts';
import { briefsIn } from './briefs-in.ts';
import { generatedBriefs, variedBriefs } from './generated-briefs.ts';
import { measureMainLoop } from './main-loop.ts';
import { type JudgedQuery, scoreRankings } from './score-ranking.ts';
import { type Engine, engines } from './search-engines.ts';

/**
 * Quality, speed and memory of the search beside other engines, in one run.
 * `npm run bench:search [-- FOLDER [SET …]]`: real briefs and judged queries about them; without, on generated briefs and
 * without quality. Speed is measured at 3,000 and 100,000 briefs.
 */
const SIZES = [3000, 100_000];
/** Engines whose index of 100,000 briefs does not fit the heap or takes many minutes are measured at 3,000 only. */
const LARGE = new Set(['sowhat', 'MiniSearch as it comes', 'SQLite FTS5, porter']);
const ROUNDS = 5;
const HOSTILE = 2000;

const [folder, ...sets] = process.argv.slice(2);
const real = folder === undefined ? [] : briefsIn(folder);
const judged = sets.flatMap(
  (set) => JSON.parse(readFileSync(set, 'utf8')) as { now: string; queries: JudgedQuery[] },
);
const queries =
  judged.length > 0
    ? judged.flatMap((set) => set.queries.map(({ q }) => q))
    : queriesFor(generatedBriefs(3000));

if (real.length > 0 && judged.length > 0) {
  console.log(`quality: ${real.length} briefs, ${queries.length} queries`);
  for (const [name, build] of Object.entries(engines)) {
    const engine = build(real);
    for (const [i, { now, queries: set }] of judged.entries()) {
      const quality = scoreRankings(set, (query) => engine.search(query, Date.parse(now)));
      console.log(
        `  ${name.padEnd(36)} ${(sets[i] ?? '').slice(-28).padEnd(28)} nDCG@10 ${quality.ndcg10.toFixed(3)}  success@1 ${quality.success1.toFixed(3)}  ` +
          `wrongly empty ${quality.wronglyEmpty.toFixed(3)}  nothing found ${quality.nothingFound}  in time ${quality.timeNdcg10.toFixed(3)}`,
      );
    }
    engine.close();
  }
}
for (const size of SIZES) {
  const briefs = real.length > 0 ? variedBriefs(real, size) : generatedBriefs(size);
  console.log(`speed: ${briefs.length} briefs, ${queries.length} queries`);
  for (const [name, build] of Object.entries(engines)) {
    if (size > 10_000 && !LARGE.has(name)) continue;
    measure(name, build, briefs);
  }
  if (size === SIZES[0]) measureHostile(briefs);
}
await measureMainLoop('config/sample-briefs', SIZES[0] ?? 0);

function measure(name: string, build: (briefs: readonly Brief[]) => Engine, briefs: readonly Brief[]): void {
  globalThis.gc?.();
  const heapBefore = process.memoryUsage().heapUsed;
  const startedAt = performance.now();
  const engine = build(briefs);
  const builtMs = performance.now() - startedAt;
  globalThis.gc?.();
  const heapMb = (process.memoryUsage().heapUsed - heapBefore) / 1e6;
  const now = Date.UTC(2026, 5, 30);
  for (const query of queries) engine.search(query, now);
  // Each query's quickest of a few rounds: what it takes when nothing else on the machine gets in its way.
  const times = queries.map((query) => {
    let quickest = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) quickest = Math.min(quickest, timeOf(engine, query, now));
    return quickest;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(2);
  const reopened = engine.reopen?.(queries[0] ?? 'robots');
  console.log(
    `  ${name.padEnd(36)} p50 ${at(0.5).padStart(7)} ms  p99 ${at(0.99).padStart(8)} ms  worst ${at(1).padStart(8)} ms  built ${(builtMs / 1000).toFixed(1).padStart(6)} s  ` +
      `heap ${heapMb.toFixed(0).padStart(4)} MB${engine.fileMb === undefined ? '' : `  file ${engine.fileMb.toFixed(0)} MB`}${reopened === undefined ? '' : `  open to first answer ${reopened.toFixed(0)} ms`}`,
  );
  engine.close();
}

/** The worst of many queries that nobody means, each as often as the others. */
function measureHostile(briefs: readonly Brief[]): void {
  const engine = engines.sowhat?.(briefs);
  if (!engine) return;
  const now = Date.UTC(2026, 5, 30);
  const times = fc
    .sample(hostileQuery, { numRuns: HOSTILE, seed: 1 })
    .map((query) => ({ query, ms: Math.min(...[1, 2, 3].map(() => timeOf(engine, query, now))) }))
    .sort((a, b) => b.ms - a.ms);
  const [worst] = times;
  console.log(
    `  worst of ${HOSTILE} hostile queries: ${worst?.ms.toFixed(1)} ms for ${JSON.stringify(worst?.query.slice(0, 60))}`,
  );
  engine.close();
}

function timeOf(engine: Engine, query: string, now: number): number {
  const at = performance.now();
  engine.search(query, now);
  return performance.now() - at;
}

/** What people might type about generated briefs: titles' words, misspelt ones, Korean ones with endings, absent ones. */
function queriesFor(briefs: readonly Brief[]): string[] {
  const typed = briefs
    .filter((_brief, i) => i % 60 === 0)
    .flatMap((brief) => {
      const words = brief.title.split(' ');
      const last = words.at(-1) ?? '';
      return [
        words.slice(-2).join(' '),
        words[0] ?? '',
        last.slice(0, 2) + last.slice(3),
        brief.insight.ko.split(' ').slice(0, 2).join(' '),
      ];
    });
  return [
    ...new Set([
      ...typed,
      '관세가',
      '오픈소스',
      'volcano',
      'what happened with robots last week',
      'rhkstp',
      '디스틸레이션',
    ]),
  ];
}
