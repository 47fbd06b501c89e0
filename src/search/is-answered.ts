import type { AnswerMeasures } from './answer-measures.ts';

/** Logistic regression on judged queries; `npm run learn:answers` learns it anew. */
const WEIGHTS: Record<keyof AnswerMeasures | 'start', number> = {
  start: -7.12,
  coverage: 6.63,
  missed: -0.86,
  near: 1.76,
  about: 1.17,
  rare: 2.53,
  two: -1.61,
  three: -1.26,
  sentence: 0.23,
};
/** Log odds from which something is shown: rather nothing than what was not asked for. */
const LEAST_ODDS = 0.2;

/** Log odds that what was found is what was asked for. */
export function answerOdds(
  measures: AnswerMeasures,
  weights: Partial<Record<string, number>> = WEIGHTS,
): number {
  let odds = weights.start ?? 0;
  for (const [name, value] of Object.entries(measures)) odds += value * (weights[name] ?? 0);
  return odds;
}

/** Whether what was found is what was asked for, rather than the nearest to something absent. */
export function isAnswered(measures: AnswerMeasures): boolean {
  return answerOdds(measures) > LEAST_ODDS;
}
