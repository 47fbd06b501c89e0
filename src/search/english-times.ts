import {
  type Day,
  type Days,
  dateOf,
  dayOf,
  halfOf,
  monthBefore,
  monthOf,
  one,
  quarterBefore,
  quarterNamed,
  startOfMonth,
  startOfWeek,
  startOfYear,
  thirdOfMonth,
  weekBefore,
  weekdayBefore,
  weekend,
  weekOfMonth,
  wholeYear,
  yearBefore,
  yearOf,
} from './calendar.ts';
import { int, rule, type TimeReader, yearIn } from './time-reader.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|sept)\\.?`;
/** Months that are no other word. */
const PLAIN_MONTH = '(january|february|april|june|july|august|september|october|november|december)';
const SHORT_MONTH = `${MONTHS.map((name) => name.slice(0, 3)).join('|')}|sept`;
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const WEEKDAY = `(${WEEKDAYS.join('|')})`;
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)';
const NO_DATE = '(?! \\d{1,2}(?:st|nd|rd|th)?(?!\\d))';
const ISO = '(20\\d\\d)-(\\d\\d?)-(\\d\\d?)';
const YEAR = '(?:,? ?(20\\d\\d))?';
/** «From» with a «to» after it names two ends, a time only where both are dates. */
const SINCE = '(?:since|from(?!.* to )|after|starting)';
const NO_END = '(?<!from .* to )';
/** `More than a year ago` is as much as then, not told then. */
const NO_COMPARING = '(?<!(?:than|to|with|versus|vs\\.?|what it was|as) )';
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = `(\\d{1,9}|an?|${NUMBERS.join('|')}|few|couple of|couple)`;
const NTH = ['first', 'second', 'third', 'fourth', 'fifth'];
/** One end of a range: an ISO date, a date of a month, or a month; four groups. */
const END = `(?:(20\\d\\d-\\d\\d?-\\d\\d?)|${MONTH}(?: ${DATE})?${YEAR})`;

/** Time phrases of English, the longer before those they contain. */
export const englishTimes: readonly TimeReader[] = [
  rule(`between ${END} and ${END}`, range),
  rule(`from ${END} (?:to|till|until|through) ${END}`, range),
  rule(
    `${MONTH} ${DATE}${YEAR} ?(?:[-–~]|to|till|until|through) ?(?:${MONTH} )?${DATE}${YEAR}`,
    (m, today) => {
      const last = dateOf(yearIn(m[6]) ?? yearIn(m[3]), monthNumber(m[4] ?? m[1]), int(m[5]), today);
      return [dateOf(yearIn(m[3]), monthNumber(m[1]), int(m[2]), last), last];
    },
  ),
  rule(ISO, (m, today) => one(dateOf(int(m[1]), int(m[2]), int(m[3]), today))),
  rule(`${SINCE} (?:last )?${MONTH}${NO_DATE}${YEAR}`, (m, today) => [
    monthOf(yearIn(m[2]), monthNumber(m[1]), today)[0],
    today,
  ]),
  rule(`${SINCE} (?:last )?${WEEKDAY}`, (m, today) => [
    weekdayBefore(WEEKDAYS.indexOf(lower(m[1])), today),
    today,
  ]),
  rule(`${SINCE} (20\\d\\d)(?![-./]\\d)`, (m, today) => [dayOf(int(m[1]), 1, 1), today]),
  rule(`(?:before|until) ${MONTH}${NO_DATE}${YEAR}`, (m, today) => [
    0,
    monthOf(yearIn(m[2]), monthNumber(m[1]), today)[0] - 1,
  ]),
  rule(
    `(?:in the |over the |within the |for the |during the |the )?(?:last|past|previous) ${NUMBER} (hour|day|week|month|year)s?`,
    (m, today) => [today - Math.ceil(count(m[1]) * daysIn(m[2])), today],
  ),
  rule(`${SINCE} ${NUMBER} (day|week|month|year)s? ago`, (m, today) => [
    today - count(m[1]) * daysIn(m[2]),
    today,
  ]),
  rule(`${NO_COMPARING}${NUMBER} (day|week|month|year)s? ago`, (m, today) => ago(count(m[1]), m[2], today)),
  rule(`(?:the )?day before yesterday`, (_m, today) => one(today - 2)),
  rule(`yesterday(?:['’]s)?`, (_m, today) => one(today - 1)),
  rule(`today(?:['’]s)?`, (_m, today) => one(today)),
  rule(`(?:the )?week before last`, (_m, today) => weekBefore(today, 2)),
  rule(`(?:last week(?:['’]s)?,? (?:on )?${WEEKDAY}|(?:on )?${WEEKDAY},? (?:of )?last week)`, (m, today) =>
    one(startOfWeek(today) - 7 + ((WEEKDAYS.indexOf(lower(m[1] ?? m[2])) + 6) % 7)),
  ),
  rule(`(?:last|previous) week(?:['’]s)?`, (_m, today) => weekBefore(today, 1)),
  rule(`(?:in |over |during |within )?(?:the (?:past|last)|past) (day|week|month|year)`, (m, today) => [
    today - daysIn(m[1]),
    today,
  ]),
  rule(`${SINCE} (?:the (?:start|beginning) of )?(?:this|the) (week|month|year)`, (m, today) => [
    startOf(m[1], today),
    today,
  ]),
  rule(`this (?:week|month|year)(?:['’]s)?(?= |$)`, (m, today) => [
    startOf(/week|month|year/i.exec(m[0])?.[0], today),
    today,
  ]),
  rule(`(?:year to date|so far this year)`, (_m, today) => [startOfYear(today), today]),
  rule(`(?:last|previous) weekend`, (_m, today) => [startOfWeek(today) - 2, startOfWeek(today) - 1]),
  rule(`(?:this|over the|the) weekend`, (_m, today) => weekend(today)),
  rule(`this morning|tonight`, (_m, today) => one(today)),
  rule(`last night`, (_m, today) => one(today - 1)),
  rule(`(?:last|previous) month(?:['’]s)?`, (_m, today) => monthBefore(today, 1)),
  rule(`(?:last|previous) year(?:['’]s)?`, (_m, today) => wholeYear(yearOf(today) - 1)),
  rule(`(?:last|previous) quarter`, (_m, today) => quarterBefore(today, 1)),
  rule(`this quarter`, (_m, today) => [quarterBefore(today, 0)[0], today]),
  rule(`(?:in |on |of )?q([1-4])(?: of)?${YEAR}`, (m, today) => quarterNamed(int(m[1]), yearIn(m[2]), today)),
  rule(`(?:in |during )?(?:the )?(first|second) half of ${MONTH}${YEAR}`, (m, today) =>
    half(monthOf(yearIn(m[3]), monthNumber(m[2]), today), m[1]),
  ),
  rule(`(?:in |during )?(?:the )?(first|second) half of (?:(20\\d\\d)|(?:the|this) year)`, (m, today) =>
    halfOf(yearIn(m[2]) ?? yearOf(today), NTH.indexOf(lower(m[1])) + 1),
  ),
  rule(`(?:in |during )?(?:the )?(${NTH.join('|')}) week of ${MONTH}${YEAR}`, (m, today) =>
    weekOfMonth(monthOf(yearIn(m[3]), monthNumber(m[2]), today), NTH.indexOf(lower(m[1])) + 1),
  ),
  rule(`(?:in |during )?(early|late|mid)[- ]${MONTH}${YEAR}`, (m, today) =>
    thirdOfMonth(monthOf(yearIn(m[3]), monthNumber(m[2]), today), lower(m[1]) as 'early' | 'mid' | 'late'),
  ),
  rule(`(?:in|during|throughout) ${MONTH}${YEAR}`, (m, today) =>
    monthOf(yearIn(m[2]), monthNumber(m[1]), today),
  ),
  rule(`(?:on )?${MONTH} ${DATE}${YEAR}`, (m, today) =>
    one(dateOf(yearIn(m[3]), monthNumber(m[1]), int(m[2]), today)),
  ),
  rule(`(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}${YEAR}`, (m, today) =>
    one(dateOf(yearIn(m[3]), monthNumber(m[2]), int(m[1]), today)),
  ),
  rule(`last ${PLAIN_MONTH}`, (m, today) => monthOf(undefined, monthNumber(m[1]), startOfMonth(today) - 1)),
  rule(`${NO_END}${PLAIN_MONTH}${YEAR}`, (m, today) => monthOf(yearIn(m[2]), monthNumber(m[1]), today)),
  rule(`${NO_END}(march|may|${SHORT_MONTH})\\.? (20\\d\\d)`, (m, today) =>
    monthOf(yearIn(m[2]), monthNumber(m[1]), today),
  ),
  rule(`(?:on |last )${WEEKDAY}`, (m, today) => one(weekdayBefore(WEEKDAYS.indexOf(lower(m[1])), today))),
  rule(`in (20\\d\\d)`, (m) => wholeYear(int(m[1]))),
];

/** From the beginning of one end to the end of the other; a year said once holds for both. */
function range(m: RegExpExecArray, today: Day): Days {
  const year = yearIn(m[8]) ?? yearIn(m[4]);
  const [, last] = endOf(m.slice(5, 9), year, today);
  // Between November and February: the November before that February.
  const [first] = endOf(m.slice(1, 5), yearIn(m[4]) ?? year, yearIn(m[4]) === undefined ? last : today);
  return [first, last];
}

function endOf([iso, month, date]: (string | undefined)[], year: number | undefined, today: Day): Days {
  if (iso !== undefined) {
    const [y, m, d] = iso.split('-');
    return one(dateOf(int(y), int(m), int(d), today));
  }
  if (date !== undefined) return one(dateOf(year, monthNumber(month), int(date), today));
  return monthOf(year, monthNumber(month), today);
}

function half([first, last]: Days, which: string | undefined): Days {
  return lower(which) === 'first' ? [first, first + 14] : [first + 15, last];
}

function startOf(unit: string | undefined, today: Day): Day {
  if (lower(unit) === 'week') return startOfWeek(today);
  return lower(unit) === 'month' ? startOfMonth(today) : startOfYear(today);
}

function ago(number: number, unit: string | undefined, today: Day): Days {
  if (lower(unit) === 'day') return one(today - number);
  if (lower(unit) === 'year') return yearBefore(today, number);
  return lower(unit) === 'week' ? weekBefore(today, number) : monthBefore(today, number);
}

function daysIn(unit: string | undefined): number {
  return { hour: 1 / 24, day: 1, week: 7, month: 30, year: 365 }[lower(unit)] ?? 1;
}

function count(said: string | undefined): number {
  const number = lower(said);
  if (/^an?$/.test(number)) return 1;
  if (number === 'few') return 3;
  if (number.startsWith('couple')) return 2;
  const index = NUMBERS.indexOf(number);
  return index < 0 ? int(number) : index + 1;
}

function monthNumber(name: string | undefined): number {
  return MONTHS.findIndex((month) => month.startsWith(lower(name).slice(0, 3))) + 1;
}

function lower(text = ''): string {
  return text.toLowerCase();
}
