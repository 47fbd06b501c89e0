import type { TimeSpan } from './search-types.ts';

/** A calendar day as days since 1970-01-01. */
type Day = number;
interface Reader {
  pattern: RegExp;
  /** First and last day, inclusive; undefined where the numbers make no date. */
  span(match: RegExpExecArray, today: Day): [Day, Day] | undefined;
}

const DAY_MS = 86_400_000;
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join('|')}|sept)\\.?`;
const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const WEEKDAY = `(${WEEKDAYS.join('|')})`;
const KOREAN_WEEKDAYS = '일월화수목금토';
const YEAR = '(?:,? ?(20\\d\\d))?';
const AFTER = '(?:에서|에는|에|의|은|는|자|쯤|중)?(?![\\uac00-\\ud7a3])';
const SINCE = '(?:부터|이후로?|이후의)(?![\\uac00-\\ud7a3])';
/** Spans said in a word, in days. */
const KOREAN_SPANS: Record<string, number> = {
  하루: 1,
  이틀: 2,
  사흘: 3,
  나흘: 4,
  닷새: 5,
  며칠: 4,
  일주일: 7,
  한주: 7,
  열흘: 10,
  이주일: 14,
  이주: 14,
  두주: 14,
  보름: 15,
  삼주: 21,
  세주: 21,
  한달: 30,
  두달: 61,
  세달: 91,
  석달: 91,
  반년: 182,
  일년: 365,
  일년간: 365,
};
const KOREAN_SPAN = Object.keys(KOREAN_SPANS)
  .sort((a, b) => b.length - a.length)
  .map((word) => [...word].join(' ?'))
  .join('|');
const ENGLISH_NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const NUMBER = `(\\d{1,3}|an?|${ENGLISH_NUMBERS.join('|')}|few|couple of|couple)`;

const READERS: Reader[] = [
  rule(`(?:since|from|after) 20(\\d\\d)-(\\d\\d?)-(\\d\\d?)`, (m, today) => [
    dayOf(2000 + int(m[1]), int(m[2]), int(m[3])),
    today,
  ]),
  rule(`20(\\d\\d)-(\\d\\d?)-(\\d\\d?) ?${SINCE}`, (m, today) => [
    dayOf(2000 + int(m[1]), int(m[2]), int(m[3])),
    today,
  ]),
  rule(`20(\\d\\d)-(\\d\\d?)-(\\d\\d?)`, (m, _today) => one(dayOf(2000 + int(m[1]), int(m[2]), int(m[3])))),
  rule(`(?:since|from|after) (?:last )?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?${YEAR}`, (m, today) => [
    date(m[3], monthIndex(m[1]), int(m[2]), today),
    today,
  ]),
  rule(`(?:since|from|after) ${MONTH}${YEAR}`, (m, today) => [
    monthSpan(m[2], monthIndex(m[1]), today)[0],
    today,
  ]),
  rule(`(?:since|from|after) yesterday`, (_m, today) => [today - 1, today]),
  rule(`(?:since|from) last week`, (_m, today) => [monday(today) - 7, today]),
  rule(`(?:since|from) last month`, (_m, today) => [monthSpanBefore(today)[0], today]),
  rule(`(?:since|from|after) (?:last )?${WEEKDAY}`, (m, today) => [
    weekdayBefore(WEEKDAYS.indexOf(m[1] ?? ''), today),
    today,
  ]),
  rule(`(?:since|from) (20\\d\\d)`, (m, today) => [dayOf(int(m[1]), 1, 1), today]),
  rule(`(?:before|until) ${MONTH}${YEAR}`, (m, today) => [
    0,
    monthSpan(m[2], monthIndex(m[1]), today)[0] - 1,
  ]),
  rule(
    `(?:in the |over the |within the |for the |during the |the )?(?:last|past|previous) ${NUMBER} (day|week|month|year)s?`,
    (m, today) => [today - count(m[1]) * unitDays(m[2]), today],
  ),
  rule(`(?:since|from) ${NUMBER} (day|week|month)s? ago`, (m, today) => [
    ago(count(m[1]), m[2] ?? '', today)[0],
    today,
  ]),
  rule(`${NUMBER} (day|week|month)s? ago`, (m, today) => ago(count(m[1]), m[2] ?? '', today)),
  rule(`(?:the )?day before yesterday`, (_m, today) => one(today - 2)),
  rule(`yesterday(?:'s)?`, (_m, today) => one(today - 1)),
  rule(`today(?:'s)?`, (_m, today) => one(today)),
  rule(`(?:the )?week before last`, (_m, today) => [monday(today) - 14, monday(today) - 8]),
  rule(`(?:last|previous) week(?:'s)?`, (_m, today) => [monday(today) - 7, monday(today) - 1]),
  rule(`(?:in |over |during |within )?the (?:past|last) (day|week|month|year)`, (m, today) => [
    today - unitDays(m[1]),
    today,
  ]),
  rule(`(?:since|from) (?:the (?:start|beginning) of )?this (week|month|year)`, (m, today) => [
    startOf(m[1], today),
    today,
  ]),
  rule(`this week(?:'s)?`, (_m, today) => [monday(today), today]),
  rule(`this weekend|over the weekend|the weekend`, (_m, today) => weekend(today)),
  rule(`this morning|tonight`, (_m, today) => one(today)),
  rule(`last night`, (_m, today) => one(today - 1)),
  rule(`(?:last|previous) weekend`, (_m, today) => [monday(today) - 2, monday(today) - 1]),
  rule(`(?:last|previous) month(?:'s)?`, (_m, today) => monthSpanBefore(today)),
  rule(`this month(?:'s)?`, (_m, today) => [startOfMonth(today), today]),
  rule(`(?:last|previous) year(?:'s)?`, (_m, today) => yearSpan(parts(today).year - 1)),
  rule(`this year(?:'s)?`, (_m, today) => [dayOf(parts(today).year, 1, 1), today]),
  rule(`(?:in |on |of )?q([1-4])(?: of)?${YEAR}`, (m, today) =>
    quarter(int(m[1]), m[2] ? int(m[2]) : parts(today).year),
  ),
  rule(`(?:in|during) (?:early |late |mid-?)?${MONTH}${YEAR}`, (m, today) =>
    monthSpan(m[2], monthIndex(m[1]), today),
  ),
  rule(`(?:on )?${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)${YEAR}`, (m, today) =>
    one(date(m[3], monthIndex(m[1]), int(m[2]), today)),
  ),
  rule(`(january|february|april|june|july|august|september|october|november|december)${YEAR}`, (m, today) =>
    monthSpan(m[2], monthIndex(m[1]), today),
  ),
  rule(`march (20\\d\\d)|may (20\\d\\d)`, (m, today) => monthSpan(m[1] ?? m[2], m[1] ? 2 : 4, today)),
  rule(`(?:on |last )${WEEKDAY}`, (m, today) => one(weekdayBefore(WEEKDAYS.indexOf(m[1] ?? ''), today))),
  rule(`in (20\\d\\d)`, (m) => yearSpan(int(m[1]))),

  rule(`(?:(20\\d\\d)년 ?)?(\\d{1,2})월 ?(\\d{1,2})일 ?${SINCE}`, (m, today) => [
    date(m[1], int(m[2]) - 1, int(m[3]), today),
    today,
  ]),
  rule(`(?:(20\\d\\d)년 ?)?(\\d{1,2})월(?:달)? ?${SINCE}`, (m, today) => [
    monthSpan(m[1], int(m[2]) - 1, today)[0],
    today,
  ]),
  rule(`(?:(20\\d\\d)년 ?)?(\\d{1,2})월 ?(\\d{1,2})일${AFTER}`, (m, today) =>
    one(date(m[1], int(m[2]) - 1, int(m[3]), today)),
  ),
  rule(`(?:(20\\d\\d)년 ?)?(\\d{1,2})월(?:달)?${AFTER}`, (m, today) => monthSpan(m[1], int(m[2]) - 1, today)),
  rule(`(20\\d\\d)년 ?${SINCE}`, (m, today) => [dayOf(int(m[1]), 1, 1), today]),
  rule(`(20\\d\\d)년${AFTER}`, (m) => yearSpan(int(m[1]))),
  rule(`지난 ?주말${AFTER}`, (_m, today) => [monday(today) - 2, monday(today) - 1]),
  rule(`(?:지난 ?주|저번 ?주|전주) ?([일월화수목금토])요일${AFTER}`, (m, today) =>
    one(dayOfWeek(monday(today) - 7, m[1])),
  ),
  rule(`(?:지난 ?주|저번 ?주|전주) ?([일월화수목금토])요일 ?${SINCE}`, (m, today) => [
    dayOfWeek(monday(today) - 7, m[1]),
    today,
  ]),
  rule(`이번 ?주 ?([일월화수목금토])요일 ?${SINCE}`, (m, today) => [dayOfWeek(monday(today), m[1]), today]),
  rule(`이번 ?주 ?([일월화수목금토])요일${AFTER}`, (m, today) => one(dayOfWeek(monday(today), m[1]))),
  rule(`(?:지난 ?)?([일월화수목금토])요일 ?${SINCE}`, (m, today) => [
    weekdayBefore(KOREAN_WEEKDAYS.indexOf(m[1] ?? ''), today),
    today,
  ]),
  rule(`(?:지난 ?주|저번 ?주) ?${SINCE}`, (_m, today) => [monday(today) - 7, today]),
  rule(`(?:지난 ?주|저번 ?주)${AFTER}`, (_m, today) => [monday(today) - 7, monday(today) - 1]),
  rule(`지지난 ?주${AFTER}`, (_m, today) => [monday(today) - 14, monday(today) - 8]),
  rule(`이번 ?주말${AFTER}`, (_m, today) => weekend(today)),
  rule(`이번 ?주 ?${SINCE}`, (_m, today) => [monday(today), today]),
  rule(`이번 ?주${AFTER}|금주${AFTER}`, (_m, today) => [monday(today), today]),
  rule(`(?:지난 ?달|저번 ?달|전월) ?${SINCE}`, (_m, today) => [monthSpanBefore(today)[0], today]),
  rule(`지지난 ?달${AFTER}`, (_m, today) => monthSpanBefore(startOfMonth(today) - 1)),
  rule(`(?:지난 ?달|저번 ?달|전달)${AFTER}`, (_m, today) => monthSpanBefore(today)),
  rule(`이달${AFTER}|금월${AFTER}`, (_m, today) => [startOfMonth(today), today]),
  rule(`이번 ?달${AFTER}`, (_m, today) => [startOfMonth(today), today]),
  rule(`작년${AFTER}|지난 ?해${AFTER}`, (_m, today) => yearSpan(parts(today).year - 1)),
  rule(`(?:올해|연초) ?${SINCE}`, (_m, today) => [dayOf(parts(today).year, 1, 1), today]),
  rule(`올해${AFTER}|금년${AFTER}`, (_m, today) => [dayOf(parts(today).year, 1, 1), today]),
  rule(`(?:그저께|그제|엊그제)${AFTER}`, (_m, today) => one(today - 2)),
  rule(`어제 ?${SINCE}`, (_m, today) => [today - 1, today]),
  rule(`(?:어제|어저께)${AFTER}`, (_m, today) => one(today - 1)),
  rule(`오늘 ?(?:아침|새벽|오전|오후|저녁)?${AFTER}`, (_m, today) => one(today)),
  rule(`(?:최근|지난) ?(\\d{1,3}) ?(일|주|개월|달|년)(?:간|동안)?${AFTER}`, (m, today) => [
    today - int(m[1]) * unitDays(m[2]),
    today,
  ]),
  rule(`(?:최근|지난|요|요즘) ?(${KOREAN_SPAN}) ?(?:간|동안|사이)?${AFTER}`, (m, today) => [
    today - (KOREAN_SPANS[(m[1] ?? '').replaceAll(' ', '')] ?? 7),
    today,
  ]),
  rule(`(\\d{1,3}) ?(일|주|개월|달|년) ?전 ?${SINCE}`, (m, today) => [
    today - int(m[1]) * unitDays(m[2]),
    today,
  ]),
  rule(`(일주일|한 ?달|하루|이틀|사흘|보름) ?전 ?${SINCE}`, (m, today) => [
    today - (KOREAN_SPANS[(m[1] ?? '').replaceAll(' ', '')] ?? 7),
    today,
  ]),
  rule(`일주일 ?전${AFTER}`, (_m, today) => ago(1, '주', today)),
  rule(`(?:한 ?달) ?전${AFTER}`, (_m, today) => ago(1, '달', today)),
  rule(`(하루|이틀|사흘|나흘|열흘) ?전${AFTER}`, (m, today) => one(today - (KOREAN_SPANS[m[1] ?? ''] ?? 1))),
  rule(`(\\d{1,3}) ?(일|주|개월|달) ?전${AFTER}`, (m, today) => ago(int(m[1]), m[2] ?? '', today)),
  rule(`([1-4])분기${AFTER}`, (m, today) => quarter(int(m[1]), parts(today).year)),
  rule(`지난 ?([일월화수목금토])요일${AFTER}`, (m, today) =>
    one(weekdayBefore(KOREAN_WEEKDAYS.indexOf(m[1] ?? ''), today)),
  ),
];

/**
 * The first time phrase of a query, in either language, and the query without it; undefined where there is none.
 * A month without a year is the latest one that has begun. Weeks begin on Monday.
 */
export function readTime(
  query: string,
  now: number,
  zone: string,
): { span: TimeSpan; rest: string } | undefined {
  for (const { pattern, span } of READERS) {
    const match = pattern.exec(query);
    // Asking the calendar what day it is in a zone costs more than all patterns.
    const days = match && span(match, dayIn(now, zone));
    if (!match || !days || days.some(Number.isNaN)) continue;
    const rest = `${query.slice(0, match.index)} ${query.slice(match.index + match[0].length)}`.trim();
    return { span: { from: isoDay(days[0]), to: isoDay(days[1]), label: match[0].trim() }, rest };
  }
  return undefined;
}

/** The `YYYY-MM-DD` that an instant falls on in a zone. */
export function isoDayIn(instant: number, zone: string): string {
  return isoDay(dayIn(instant, zone));
}

function rule(pattern: string, span: Reader['span']): Reader {
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![a-z0-9])`, 'iu'), span };
}

function dayIn(instant: number, zone: string): Day {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

function isoDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function parts(day: Day): { year: number; month: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

/** NaN for a date that the calendar does not have (month 13, 31 April). */
function dayOf(year: number, month: number, day: number): Day {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() / DAY_MS : Number.NaN;
}

function date(year: string | undefined, month: number, day: number, today: Day): Day {
  if (year) return dayOf(int(year), month + 1, day);
  const thisYear = dayOf(parts(today).year, month + 1, day);
  return thisYear > today ? dayOf(parts(today).year - 1, month + 1, day) : thisYear;
}

function monthSpan(year: string | undefined, month: number, today: Day): [Day, Day] {
  const now = parts(today);
  const of = year ? int(year) : month > now.month ? now.year - 1 : now.year;
  const first = dayOf(of, month + 1, 1);
  return [first, month === 11 ? dayOf(of, 12, 31) : dayOf(of, month + 2, 1) - 1];
}

/** The weekend of a day's week, or the last one where it has not begun. */
function weekend(today: Day): [Day, Day] {
  const saturday = monday(today) + 5;
  return today >= saturday ? [saturday, today] : [saturday - 7, saturday - 6];
}

function startOf(unit: string | undefined, today: Day): Day {
  if (unit === 'week') return monday(today);
  return unit === 'month' ? startOfMonth(today) : dayOf(parts(today).year, 1, 1);
}

function monthSpanBefore(today: Day): [Day, Day] {
  const last = startOfMonth(today) - 1;
  return [startOfMonth(last), last];
}

function startOfMonth(day: Day): Day {
  const { year, month } = parts(day);
  return dayOf(year, month + 1, 1);
}

function quarter(number: number, year: number): [Day, Day] {
  const first = dayOf(year, number * 3 - 2, 1);
  return [first, number === 4 ? dayOf(year, 12, 31) : dayOf(year, number * 3 + 1, 1) - 1];
}

function yearSpan(year: number): [Day, Day] {
  return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
}

/** 1970-01-01 was a Thursday. */
function monday(day: Day): Day {
  return day - ((day + 3) % 7);
}

/** The day of a week, named in Korean. */
function dayOfWeek(monday: Day, name = ''): Day {
  return monday + ((KOREAN_WEEKDAYS.indexOf(name) + 6) % 7);
}

function weekdayBefore(weekday: number, today: Day): Day {
  const back = (today + 4 - weekday + 7) % 7;
  return today - (back === 0 ? 7 : back);
}

function ago(number: number, unit: string, today: Day): [Day, Day] {
  if (unit === 'day' || unit === '일') return one(today - number);
  if (unit === 'week' || unit === '주') return [monday(today) - 7 * number, monday(today) - 7 * number + 6];
  let first = startOfMonth(today);
  for (let i = 0; i < number; i++) first = startOfMonth(first - 1);
  return [first, startOfMonth(first + 31) - 1];
}

function unitDays(unit = ''): number {
  return { day: 1, 일: 1, week: 7, 주: 7, month: 30, 개월: 30, 달: 30, year: 365, 년: 365 }[unit] ?? 1;
}

function count(number = ''): number {
  if (/^an?$/i.test(number)) return 1;
  if (number === 'few') return 3;
  if (number.startsWith('couple')) return 2;
  const said = ENGLISH_NUMBERS.indexOf(number.toLowerCase());
  return said < 0 ? int(number) : said + 1;
}

function monthIndex(name = ''): number {
  return MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase()));
}

function one(day: Day): [Day, Day] {
  return [day, day];
}

function int(digits = ''): number {
  return Number.parseInt(digits, 10);
}
