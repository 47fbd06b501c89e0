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

/** What joins two phrases that stand side by side. */
const JOINT_BEFORE = /(?: ?[,·&/]|와|과|이?랑|하고| (?:및|또는|and|or))?$/iu;
const JOINT_BEHIND = /^(?: ?[,·&/]| (?:및|또는|and|or)(?= ))?\s*/iu;
/** Times that are read together with one; nobody says so many. */
const MOST_NEIGHBOURS = 6;

interface Phrase {
  days: Days;
  label: string;
  /** What stands before it, and behind. */
  before: string;
  behind: string;
}

/**
 * The time phrase of a query, in either language, and the query without it; undefined where there is none. What is open
 * at one end may be closed by a second phrase (`since monday until yesterday`); phrases side by side are read together
 * (`지난주 이번주`). A month without a year is the latest one that has begun. Weeks begin on Monday. Days before 1970-01-01 are that day.
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
  const second = isOpen ? readPhrase(restOf(first), today) : undefined;
  const read = (second && closed(first, second, today())) ?? withNeighbours(first, today);
  const [from, to] = read.days.map((day) => isoDay(Math.max(0, day))) as [string, string];
  return { span: { from, to, label: read.label }, rest: restOf(read) };
}

function restOf({ before, behind }: Phrase): string {
  return `${before} ${behind}`.trim();
}

/** The phrase with those that stand right before and behind it. */
function withNeighbours(phrase: Phrase, today: () => Day, most = MOST_NEIGHBOURS): Phrase {
  if (most === 0) return phrase;
  const ahead = phrase.before.trimEnd();
  const before = JOINT_BEFORE.exec(ahead)?.[0] ?? '';
  const earlier = readPhrase(ahead.slice(0, ahead.length - before.length), today);
  if (earlier?.behind === '') {
    const both = beside(earlier, phrase, before);
    if (both) return withNeighbours(both, today, most - 1);
  }
  const behind = JOINT_BEHIND.exec(phrase.behind)?.[0] ?? '';
  const later = readPhrase(phrase.behind.slice(behind.length), today);
  const both = later?.before === '' ? beside(phrase, later, behind) : undefined;
  return both ? withNeighbours(both, today, most - 1) : phrase;
}

/** Two phrases side by side as one; undefined where one is open at its beginning. */
function beside(one: Phrase, other: Phrase, joint: string): Phrase | undefined {
  if (one.days[0] === 0 || other.days[0] === 0) return undefined;
  return {
    days: together(one.days, other.days, joint.trim() !== ''),
    label: `${one.label}${joint.trimEnd()} ${other.label}`,
    before: one.before,
    behind: other.behind,
  };
}

/**
 * From the first day of either to the last. Where they share days and no word joins them, they say one time twice: the
 * days of both are meant (`q4 last year`).
 */
function together(one: Days, other: Days, isJoined: boolean): Days {
  const [from, to] = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
  return from <= to && !isJoined ? [from, to] : [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
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
    return { days, label, before: kept, behind: behind.slice(closing.length) };
  }
  return { days: [first, last], label: match[0].trim(), before, behind };
}

/** From one to the other, where the first is open at the end at which the second is not. */
function closed(one: Phrase, other: Phrase, today: Day): Phrase | undefined {
  const [since, until] = one.days[1] === today ? [one, other] : [other, one];
  const days: Days = [since.days[0], until.days[1]];
  const isClosed = since.days[1] === today && until.days[0] === 0 && days[0] <= days[1];
  return isClosed ? { ...other, days, label: `${since.label} ${until.label}` } : undefined;
}

/** The `YYYY-MM-DD` that an instant falls on in a zone. */
export function isoDayIn(instant: number, zone: string): string {
  return isoDay(dayIn(instant, zone));
}
