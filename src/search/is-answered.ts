import type { AnswerMeasures } from './answer-measures.ts';

/** Logistic regression on judged queries; `npm run learn:answers` learns it anew. */
const WEIGHTS: Record<keyof AnswerMeasures | 'start', number> = {
  start: -6.71,
  coverage: 5.94,
  missed: -1.43,
  near: 1.71,
  about: 1.55,
  rare: 2.16,
  two: -1.46,
  three: -0.99,
  sentence: 0.4,
};
/** Log odds from which something is shown: rather nothing than what was not asked for. */
const LEAST_ODDS = 0.3;

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
export function isAnswered(measures: AnswerMeasures, weights?: Partial<Record<string, number>>): boolean {
  return answerOdds(measures, weights) > LEAST_ODDS;
}
