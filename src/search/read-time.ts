import { type Day, type Days, dayIn, isoDay } from './calendar.ts';
import { englishTimes } from './english-times.ts';
import { koreanTimes } from './korean-times.ts';
import { numberTimes } from './number-times.ts';
import type { TimeSpan } from './search-types.ts';

const READERS = [...numberTimes, ...englishTimes, ...koreanTimes];
/** Before an English phrase: everything from there on, or up to there. */
const SINCE_BEFORE = /(?<![\p{L}\p{N}])(?:since|after|starting)\s+(?:the\s+)?$/iu;
/** «From» with a «to» behind it names two ends. */
const FROM_BEFORE = /(?<![\p{L}\p{N}])(?:since|after|starting|from)\s+(?:the\s+)?$/iu;
const UP_TO_BEFORE = /(?<![\p{L}\p{N}])(?:until|till|through|up to)\s+(?:the\s+)?$/iu;
const AHEAD_OF_BEFORE = /(?<![\p{L}\p{N}])before\s+(?:the\s+)?$/iu;
/** The same behind a Korean one. */
const FROM_BEHIND = /^ ?(?:부터|이후로?|이후의)(?![\uac00-\ud7a3])/u;
const UP_TO_BEHIND = /^ ?까지(?:의|에|는)?(?![\uac00-\ud7a3])/u;
const AHEAD_OF_BEHIND = /^ ?이전(?:의|에|까지)?(?![\uac00-\ud7a3])/u;

interface Phrase {
  days: Days;
  label: string;
  rest: string;
}

/**
 * The time phrase of a query, in either language, and the query without it; undefined where there is none. What is open
 * at one end may be closed by a second phrase (`since monday until yesterday`). A month without a year is the latest
 * one that has begun. Weeks begin on Monday. Days before 1970-01-01 are that day.
 */
export function readTime(
  query: string,
  now: number,
  zone: string,
): { span: TimeSpan; rest: string } | undefined {
  const today = once(() => dayIn(now, zone));
  const first = readPhrase(query, today);
  if (first === undefined) return undefined;
  const isOpen = first.days[0] === 0 || first.days[1] === today();
  const second = isOpen ? readPhrase(first.rest, today) : undefined;
  const { days, label, rest } = (second && closed(first, second, today())) ?? first;
  return { span: { from: isoDay(Math.max(0, days[0])), to: isoDay(Math.max(0, days[1])), label }, rest };
}

/** Asking the calendar what day it is in a zone costs more than all patterns. */
function once<T>(ask: () => T): () => T {
  let answer: T | undefined;
  return () => (answer ??= ask());
}

function readPhrase(query: string, today: () => Day): Phrase | undefined {
  for (const { pattern, days } of READERS) {
    const match = pattern.exec(query);
    const said = match && days(match, today());
    if (!match || !said || said.some(Number.isNaN)) continue;
    return withOpenEnd(query, match, said, today());
  }
  return undefined;
}

/** The phrase with what opens one of its ends. */
function withOpenEnd(query: string, match: RegExpExecArray, [first, last]: Days, today: Day): Phrase {
  const before = query.slice(0, match.index);
  const behind = query.slice(match.index + match[0].length);
  const cases: [RegExp, RegExp, Days][] = [
    [/ to /i.test(behind) ? SINCE_BEFORE : FROM_BEFORE, FROM_BEHIND, [first, today]],
    [UP_TO_BEFORE, UP_TO_BEHIND, [0, last]],
    [AHEAD_OF_BEFORE, AHEAD_OF_BEHIND, [0, first - 1]],
  ];
  for (const [ahead, after, days] of cases) {
    const opening = ahead.exec(before)?.[0] ?? '';
    const closing = after.exec(behind)?.[0] ?? '';
    if (opening === '' && closing === '') continue;
    const label = `${opening}${match[0]}${closing}`.trim();
    const kept = before.slice(0, before.length - opening.length);
    return { days, label, rest: `${kept} ${behind.slice(closing.length)}`.trim() };
  }
  return { days: [first, last], label: match[0].trim(), rest: `${before} ${behind}`.trim() };
}

/** From one to the other, where the first is open at the end at which the second is not. */
function closed(one: Phrase, other: Phrase, today: Day): Phrase | undefined {
  const [since, until] = one.days[1] === today ? [one, other] : [other, one];
  const days: Days = [since.days[0], until.days[1]];
  const isClosed = since.days[1] === today && until.days[0] === 0 && days[0] <= days[1];
  return isClosed ? { days, label: `${since.label} ${until.label}`, rest: other.rest } : undefined;
}

/** The `YYYY-MM-DD` that an instant falls on in a zone. */
export function isoDayIn(instant: number, zone: string): string {
  return isoDay(dayIn(instant, zone));
}
