import type { PairFeatures } from './pair-features.ts';

/** A weight for each feature, and what a pair starts from. */
type Weights = Record<keyof PairFeatures | 'start', number>;

/** Logistic regression on labelled pairs of real briefs: one event, against a later development or another event. */
export const sameWeights: Weights = {
  start: -5.55,
  closeness: 1.94,
  titleShare: 1.58,
  titleTold: 1.93,
  titleToldSoon: 0.66,
  coreSoon: 1.17,
  names: 1.3,
  namesSoon: 1.63,
  freshTitleName: 0.72,
  freshKorean: -0.83,
  neighbours: 0.84,
  strangers: -0.79,
  sameSource: -2.55,
  sameKind: 0.73,
  resultsSoon: 1.05,
  afterthought: -1.61,
  series: 0.0,
};

/** The same for pairs that belong together at all: one event or a later development of it. */
export const relatedWeights: Weights = {
  start: -3.45,
  closeness: 2.65,
  titleShare: 0.45,
  titleTold: 1.76,
  titleToldSoon: 0.17,
  coreSoon: 0.21,
  names: 0.71,
  namesSoon: 1.34,
  freshTitleName: 1.04,
  freshKorean: 0.21,
  neighbours: 0.17,
  strangers: -0.69,
  sameSource: -1.1,
  sameKind: 0.71,
  resultsSoon: 0.77,
  afterthought: 0.36,
  series: 0.0,
};

/** 0..1: how surely a pair with these features is of the kind the weights were learned for. */
export function weigh(features: PairFeatures, weights: Weights): number {
  let sum = weights.start;
  for (const name of Object.keys(features) as (keyof PairFeatures)[]) sum += features[name] * weights[name];
  return 1 / (1 + Math.exp(-sum));
}
