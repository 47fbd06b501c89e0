import type { PairFeatures } from './pair-features.ts';

/** A weight for each feature, and what a pair starts from. */
type Weights = Record<keyof PairFeatures | 'start', number>;

/** Logistic regression on labelled pairs of real briefs: one event, against a later development or another event. */
export const sameWeights: Weights = {
  start: -5.74,
  closeness: 1.9,
  titleShare: 1.56,
  titleTold: 1.74,
  titleToldSoon: 0.79,
  coreSoon: 1.21,
  names: 1.49,
  namesSoon: 1.61,
  freshTitleName: 0.73,
  neighbours: 0.95,
  strangers: -0.94,
  sameSource: -2.55,
  sameKind: 0.76,
  resultsSoon: 0.98,
  afterthought: -1.58,
  series: 0.0,
};

/** The same for pairs that belong together at all: one event or a later development of it. */
export const relatedWeights: Weights = {
  start: -3.56,
  closeness: 2.59,
  titleShare: 0.35,
  titleTold: 1.51,
  titleToldSoon: 0.43,
  coreSoon: 0.19,
  names: 0.91,
  namesSoon: 1.32,
  freshTitleName: 0.98,
  neighbours: 0.35,
  strangers: -0.69,
  sameSource: -1.02,
  sameKind: 0.74,
  resultsSoon: 0.7,
  afterthought: 0.32,
  series: 0.0,
};

/** 0..1: how surely a pair with these features is of the kind the weights were learned for. */
export function weigh(features: PairFeatures, weights: Weights): number {
  let sum = weights.start;
  for (const name of Object.keys(features) as (keyof PairFeatures)[]) sum += features[name] * weights[name];
  return 1 / (1 + Math.exp(-sum));
}
