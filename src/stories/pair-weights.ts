import type { PairFeatures } from './pair-features.ts';
import type { Company } from './ties.ts';

/** A weight for each measure of a pair, and what a pair starts from. */
type Weights = Partial<Record<Measure | 'start', number>>;
type Measure = keyof PairFeatures | keyof Company;

/** Logistic regression on labelled pairs of real briefs: one event, judged by the two alone. */
export const aloneWeights = {
  start: -7.01,
  titleShare: 2.01,
  coreSoon: 2.21,
  names: 1.31,
  namesSoon: 2.66,
  sameSubject: 1.96,
  tags: 3.21,
  nearest: 1.99,
  strangers: -0.73,
  sameSource: -3.72,
  sameKind: 1.14,
  afterthought: -1.26,
} satisfies Weights;

/** The same with what third briefs say. */
export const sameWeights = {
  start: -7.42,
  titleShare: 1.82,
  coreSoon: 1.43,
  names: 1.24,
  namesSoon: 2.7,
  sameSubject: 1.63,
  tags: 3.24,
  nearest: 2.92,
  strangers: -1.07,
  sameSource: -3.54,
  sameKind: 0.89,
  afterthought: -1.56,
  witness: 6.17,
  rival: -0.68,
} satisfies Weights;

/** For pairs that belong together at all: one event or a later development of it. */
export const relatedWeights = {
  start: -4.78,
  titleShare: 0.61,
  coreSoon: 0.42,
  names: -0.04,
  namesSoon: 1.49,
  rareShared: 3.38,
  sameSubject: 1.32,
  tags: 2.34,
  nearest: 0.73,
  strangers: -0.76,
  sameSource: -1.29,
  sameKind: 0.79,
  afterthought: 0.56,
  witness: 4.32,
  rival: 0.29,
} satisfies Weights;

/** 0..1: how surely a pair with these measures is of the kind the weights were learned for. */
export function weigh(measures: Partial<Record<Measure, number>>, weights: Weights): number {
  let sum = weights.start ?? 0;
  for (const name of Object.keys(weights) as (Measure | 'start')[])
    if (name !== 'start') sum += (measures[name] ?? 0) * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
