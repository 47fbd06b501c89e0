import { dayIn, isoDay } from './calendar.ts';
import { englishTimes } from './english-times.ts';
import { koreanTimes } from './korean-times.ts';
import type { TimeSpan } from './search-types.ts';

const READERS = [...englishTimes, ...koreanTimes];

/**
 * The first time phrase of a query, in either language, and the query without it; undefined where there is none.
 * A month without a year is the latest one that has begun. Weeks begin on Monday.
 */
export function readTime(
  query: string,
  now: number,
  zone: string,
): { span: TimeSpan; rest: string } | undefined {
  for (const { pattern, days } of READERS) {
    const match = pattern.exec(query);
    // Asking the calendar what day it is in a zone costs more than all patterns.
    const span = match && days(match, dayIn(now, zone));
    if (!match || !span || span.some(Number.isNaN)) continue;
    const rest = `${query.slice(0, match.index)} ${query.slice(match.index + match[0].length)}`.trim();
    return { span: { from: isoDay(span[0]), to: isoDay(span[1]), label: match[0].trim() }, rest };
  }
  return undefined;
}

/** The `YYYY-MM-DD` that an instant falls on in a zone. */
export function isoDayIn(instant: number, zone: string): string {
  return isoDay(dayIn(instant, zone));
}
