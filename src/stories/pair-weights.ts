import type { PairFeatures } from './pair-features.ts';

/** A weight for each feature, and what a pair starts from. */
type Weights = Record<keyof PairFeatures | 'start', number>;

/** Logistic regression on labelled pairs of real briefs: one event, against a later development or another event. */
export const sameWeights: Weights = {
  start: -5.66,
  closeness: 1.79,
  titleShare: 1.56,
  titleTold: 1.8,
  titleToldSoon: 0.79,
  coreSoon: 1.2,
  names: 1.5,
  namesSoon: 1.57,
  freshTitleName: 0.72,
  neighbours: 0.92,
  strangers: -0.96,
  sameSource: -2.57,
  sameKind: 0.74,
  resultsSoon: 1.0,
  afterthought: -1.58,
  series: 0.0,
};

/** The same for pairs that belong together at all: one event or a later development of it. */
export const relatedWeights: Weights = {
  start: -3.46,
  closeness: 2.59,
  titleShare: 0.31,
  titleTold: 1.65,
  titleToldSoon: 0.41,
  coreSoon: 0.18,
  names: 0.9,
  namesSoon: 1.28,
  freshTitleName: 0.96,
  neighbours: 0.24,
  strangers: -0.69,
  sameSource: -1.05,
  sameKind: 0.71,
  resultsSoon: 0.72,
  afterthought: 0.36,
  series: 0.0,
};

/** 0..1: how surely a pair with these features is of the kind the weights were learned for. */
export function weigh(features: PairFeatures, weights: Weights): number {
  let sum = weights.start;
  for (const name of Object.keys(features) as (keyof PairFeatures)[]) sum += features[name] * weights[name];
  return 1 / (1 + Math.exp(-sum));
}
