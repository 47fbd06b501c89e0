import type { Brief } from '../src/briefs/brief.ts';
import type { PairComparison } from '../src/stories/compare-pair.ts';
import type { PairWeights } from '../src/stories/pair-weights.ts';
import { createStoryIndex } from '../src/stories/story-index.ts';
import type { LabelledPair } from './story-groups.ts';

export type Compared = [LabelledPair, PairComparison];

/** The folder cut into so many parts, each with so many of the other briefs: what is rare or near depends on it. */
export interface FolderSize {
  parts: number;
  others: number;
}
export const folderSizes: readonly FolderSize[] = [
  { parts: 1, others: Number.POSITIVE_INFINITY },
  { parts: 3, others: 150 },
  { parts: 24, others: 30 },
];

/**
 * Compares pairs in a folder of that size: when the later of the two came in, as stories are made, and with all briefs
 * there, as `stories --pairs` does. The same on every run.
 */
export function comparePairs(
  briefs: readonly Brief[],
  pairs: readonly LabelledPair[],
  weights: PairWeights,
  { parts, others }: FolderSize,
): Compared[] {
  const draw = drawer();
  const partOf = new Map(pairs.map((pair) => [pair, draw(parts)]));
  const compared: Compared[] = [];
  for (let part = 0; part < parts; part += 1) {
    const here = pairs.filter((pair) => partOf.get(pair) === part);
    const files = new Set(here.flatMap(({ a, b }) => [a, b]));
    const share = others / briefs.length;
    const index = createStoryIndex([], weights);
    for (const brief of briefs) {
      const isOther = share >= 1 || draw(1_000) < share * 1_000;
      if (!isOther && !files.has(brief.file)) continue;
      index.add(brief, brief.ingestedAt ?? 0);
      for (const pair of here) {
        const isLater =
          (pair.a === brief.file && pair.b < pair.a) || (pair.b === brief.file && pair.a < pair.b);
        if (isLater) push(pair);
      }
    }
    for (const pair of here) push(pair);
    function push(pair: LabelledPair): void {
      const comparison = index.compare(pair.a, pair.b);
      if (comparison) compared.push([pair, comparison]);
    }
  }
  return compared;
}

/** Whole numbers below a bound, the same ones every time. */
function drawer(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
