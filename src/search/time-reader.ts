import type { Day, Days } from './calendar.ts';

/** A kind of time phrase. */
export interface TimeReader {
  pattern: RegExp;
  /** Days that are NaN are no date. */
  days(match: RegExpExecArray, today: Day): Days;
}

/** A phrase that stands on its own: no letter or number before it, no Latin one after it. */
export function rule(pattern: string, days: TimeReader['days']): TimeReader {
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![a-z0-9])`, 'iu'), days };
}

export function int(digits = ''): number {
  return Number.parseInt(digits, 10);
}

/** Before the Korean words that say that a span begins or ends with a time. */
export const BEFORE_BOUND =
  '(?= ?(?:부터|이후로?|이후의|까지(?:의|에|는)?|이전(?:의|에|까지)?)(?![\\uac00-\\ud7a3]))';

/** `26` is 2026. */
export function yearIn(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return digits.length === 2 ? 2000 + int(digits) : int(digits);
}
