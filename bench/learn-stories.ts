import { readFileSync } from 'node:fs';
import type { Brief } from '../src/briefs/brief.ts';
import type { PairComparison } from '../src/stories/compare-pair.ts';
import { type Measures, type PairWeights, pairWeights, type Weights } from '../src/stories/pair-weights.ts';
import { createStoryIndex } from '../src/stories/story-index.ts';
import { briefsIn } from './briefs-in.ts';
import { type Example, learnWeights } from './learn-weights.ts';
import { type Compared, comparePairs, folderSizes } from './pair-contexts.ts';
import { type LabelledPair, storyGroups } from './story-groups.ts';

/**
 * Learns what pairs of briefs are judged by, and says how well that goes on pairs it was not learned from:
 * five times a fifth of the stories is left out, all pairs of a story together.
 * `npm run learn:stories -- FOLDER PAIRS…` prints the table for src/stories/pair-weights.ts.
 */
const [folder = '../shared/corpus/briefs', ...given] = process.argv.slice(2);
const files = given.length > 0 ? given : ['../shared/eval/stories.json', 'tests/stories/labelled-pairs.json'];
const folds = 5;
const briefs = briefsIn(folder).sort((a, b) => (a.file < b.file ? -1 : 1));
const known = new Set(briefs.map((brief) => brief.file));
const pairs = files
  .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).pairs as LabelledPair[])
  .filter((pair) => known.has(pair.a) && known.has(pair.b));

console.log(`${pairs.length} pairs, each judged by what was learned from the stories of the others`);
const group = storyGroups(pairs);
const judged: [LabelledPair, PairComparison][] = [];
for (let fold = 0; fold < folds; fold += 1) {
  const isLeftOut = (pair: LabelledPair) => group(pair) % folds === fold;
  const weights = learn(pairs.filter((pair) => !isLeftOut(pair)));
  const index = createStoryIndex([], weights);
  for (const brief of briefs) index.add(brief, brief.ingestedAt ?? 0);
  for (const pair of pairs.filter(isLeftOut)) {
    const comparison = index.compare(pair.a, pair.b);
    if (comparison) judged.push([pair, comparison]);
  }
}
for (const from of [0.4, 0.5, 0.6, 0.7])
  report(
    `one event from ${from}`,
    (label) => label === 'same',
    ({ score }) => score >= from,
  );
for (const from of [0.3, 0.4, 0.5])
  report(
    `later development from ${from}`,
    (label) => label === 'follow-up',
    ({ label, follows }) => label !== 'same' && follows >= from,
  );
console.log(JSON.stringify(learn(pairs), null, 2));

/** First what two briefs say by themselves; with that, what third briefs say. */
function learn(from: readonly LabelledPair[]): PairWeights {
  const isSame = (label: LabelledPair['label']) => label === 'same';
  const alone = fit(seenBy(pairWeights, from), Object.keys(pairWeights.alone), isSame);
  const seen = seenBy({ ...pairWeights, alone }, from);
  const same = fit(seen, Object.keys(pairWeights.same), isSame);
  const follows = fit(
    seen.filter(([{ label }]) => label !== 'same'),
    Object.keys(pairWeights.follows),
    (label) => label === 'follow-up',
  );
  return { alone, same, follows };
}

/** Each pair as folders of several sizes show it. */
function seenBy(weights: PairWeights, from: readonly LabelledPair[]): Compared[] {
  return folderSizes.flatMap((size) => comparePairs(briefs as Brief[], from, weights, size));
}

function fit(
  compared: readonly Compared[],
  names: readonly string[],
  isOfKind: (label: LabelledPair['label']) => boolean,
): Weights {
  const examples = compared.flatMap(([{ label }, { measures }]): Example<keyof Measures>[] =>
    measures ? [{ measures, is: isOfKind(label) }] : [],
  );
  return learnWeights(examples, names.filter((name) => name !== 'start') as (keyof Measures)[]);
}

function report(
  what: string,
  isOfKind: (label: LabelledPair['label']) => boolean,
  isSaid: (comparison: PairComparison) => boolean,
): void {
  const answers = judged.map(([pair, comparison]) => [isOfKind(pair.label), isSaid(comparison)]);
  const hits = answers.filter(([is, said]) => is && said).length;
  const precision = hits / Math.max(1, answers.filter(([, said]) => said).length);
  const recall = hits / Math.max(1, answers.filter(([is]) => is).length);
  const f1 = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  console.log(`${what}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`);
}
