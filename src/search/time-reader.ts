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

export function yearIn(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : int(digits);
}
