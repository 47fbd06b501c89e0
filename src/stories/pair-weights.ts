import type { PairFeatures } from './pair-features.ts';
import type { Company } from './ties.ts';

/** What is known of a pair: what the two have in common, and what third briefs say of them. */
export type Measures = Partial<Record<keyof PairFeatures | keyof Company, number>>;

/** A weight for each measure of a pair, and what a pair starts from. */
export type Weights = Partial<Record<keyof Measures | 'start', number>>;

/** The weights a pair is judged by. */
export interface PairWeights {
  /** For one event, judged by the two alone. */
  alone: Weights;
  /** The same with what third briefs say. */
  same: Weights;
  /** For a later development, among pairs that are not one event. */
  follows: Weights;
}

/** Logistic regression on labelled pairs of real briefs; `npm run learn:stories` learns them anew. */
export const pairWeights: PairWeights = {
  alone: {
    start: -7.67,
    titleTold: 3.03,
    plainWords: 1.64,
    names: -0.07,
    namesNear: 3.56,
    namesSoon: 1.53,
    sameSubject: 1.87,
    tags: 2.64,
    kinds: 1.04,
    margin: 2.28,
    strangers: -0.75,
    sameSource: -4.26,
    afterthought: -1.85,
  },
  same: {
    start: -7.85,
    titleTold: 2.54,
    plainWords: 1.05,
    names: -0.41,
    namesNear: 3.1,
    namesSoon: 1.83,
    sameSubject: 1.75,
    tags: 2.37,
    kinds: 0.74,
    margin: 3.65,
    strangers: -0.91,
    sameSource: -4.15,
    afterthought: -1.83,
    witness: 4.93,
  },
  follows: {
    start: -4.41,
    words: 3.29,
    rarestName: 1.84,
    plainWords: -3.79,
    tags: 2.66,
    kinds: 1.59,
    nearest: -1.43,
    afterthought: 0.96,
  },
};

/** 0..1: how surely a pair with these measures is of the kind the weights were learned for. */
export function weigh(measures: Measures, weights: Weights): number {
  let sum = weights.start ?? 0;
  for (const name of Object.keys(weights) as (keyof Measures | 'start')[])
    if (name !== 'start') sum += (measures[name] ?? 0) * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
