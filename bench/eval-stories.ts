import { existsSync, readFileSync } from 'node:fs';
import type { Brief } from '../src/briefs/brief.ts';
import { createStoryIndex } from '../src/stories/story-index.ts';
import { briefsIn } from './briefs-in.ts';
import { titleOverlaps, wordCosines } from './story-baselines.ts';

/**
 * How well one event is known from another: precision, recall and F1 for "same", beside three baselines whose
 * thresholds are the best for these very pairs.
 * `npm run eval:stories [-- PAIRS FOLDER]`: PAIRS is JSON, `{pairs: [{a, b, label}]}` with paths inside FOLDER.
 */
interface Pair {
  a: string;
  b: string;
  label: 'same' | 'follow-up' | 'different';
}

const [pairsFile = '../shared/eval/stories.json', folder = '../shared/corpus/briefs'] = process.argv.slice(2);
if (!existsSync(pairsFile) || !existsSync(folder)) {
  console.log(
    `No labelled pairs: name a file of pairs and the folder of their briefs (looked for ${pairsFile} and ${folder}).`,
  );
} else {
  evaluate(JSON.parse(readFileSync(pairsFile, 'utf8')).pairs, briefsIn(folder));
}

function evaluate(labelled: Pair[], all: Brief[]): void {
  const briefs = all.sort((a, b) => (a.file < b.file ? -1 : 1));
  const byFile = new Map(briefs.map((brief) => [brief.file, brief]));
  const pairs = labelled.filter((pair) => byFile.has(pair.a) && byFile.has(pair.b));
  const index = createStoryIndex();
  const start = performance.now();
  for (const brief of briefs) index.add(brief, brief.ingestedAt ?? 0);
  const seconds = (performance.now() - start) / 1000;
  const compared = pairs.map((pair) => index.compare(pair.a, pair.b));
  const sides = (pair: Pair) => [byFile.get(pair.a), byFile.get(pair.b)] as [Brief, Brief];

  console.log(
    `${pairs.length} of ${labelled.length} pairs found; ${briefs.length} briefs clustered in ${seconds.toFixed(1)} s`,
  );
  console.log('                        precision  recall   F1');
  report(
    'Sowhat, pair by pair',
    pairs,
    compared.map((pair) => pair?.label === 'same'),
  );
  report(
    'Sowhat, by story',
    pairs,
    pairs.map((pair) => index.get(pair.a)?.story === index.get(pair.b)?.story),
  );
  report(
    'equal address',
    pairs,
    pairs.map(sides).map(([a, b]) => a.urlKey !== '' && a.urlKey === b.urlKey),
  );
  reportBest('title overlap', pairs, titleOverlaps(pairs.map(sides)));
  reportBest('TF-IDF cosine', pairs, wordCosines(pairs.map(sides), briefs));
  const related = compared.filter(
    (pair, at) => pairs[at]?.label === 'follow-up' && pair?.label === 'follow-up',
  ).length;
  console.log(
    `follow-ups known as such: ${related} of ${pairs.filter((pair) => pair.label === 'follow-up').length}`,
  );
  const stories = index.stories().filter((files) => files.length > 1);
  console.log(`${index.stories().length} stories, ${stories.length} of them told more than once`);
}

function report(name: string, pairs: Pair[], said: boolean[]): void {
  const hits = pairs.filter((pair, at) => said[at] && pair.label === 'same').length;
  const precision = hits / Math.max(1, said.filter(Boolean).length);
  const recall = hits / Math.max(1, pairs.filter((pair) => pair.label === 'same').length);
  console.log(
    `${name.padEnd(26)} ${precision.toFixed(3)}    ${recall.toFixed(3)}  ${f1(precision, recall).toFixed(3)}`,
  );
}

function reportBest(name: string, pairs: Pair[], scores: number[]): void {
  let best = { threshold: 0, f1: -1 };
  for (const threshold of new Set(scores)) {
    const hits = pairs.filter((pair, at) => (scores[at] ?? 0) >= threshold && pair.label === 'same').length;
    const precision = hits / Math.max(1, scores.filter((score) => score >= threshold).length);
    const value = f1(precision, hits / Math.max(1, pairs.filter((pair) => pair.label === 'same').length));
    if (value > best.f1) best = { threshold, f1: value };
  }
  report(
    `${name} ≥ ${best.threshold.toFixed(2)}`,
    pairs,
    scores.map((score) => score >= best.threshold),
  );
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
