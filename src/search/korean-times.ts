import {
  type Day,
  type Days,
  dateOf,
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
import { BEFORE_BOUND, int, rule, type TimeReader, yearIn } from './time-reader.ts';

const WEEKDAYS = '일월화수목금토';
const WEEKDAY = `([${WEEKDAYS}])요일`;
const AFTER = `(?:(?:에서|에는|에|의|은|는|자|쯤|중)?(?![\\uac00-\\ud7a3])|${BEFORE_BOUND})`;
const SINCE = ' ?(?:부터|이후로?|이후의)(?![\\uac00-\\ud7a3])';
const UNTIL = ' ?(?:까지|사이)?(?:의|에|는)?(?![\\uac00-\\ud7a3])';
const NAMED_YEAR = '(20\\d\\d년|[12]\\d년|올해|금년|작년|지난 ?해|재작년)';
const YEAR = `(?:${NAMED_YEAR} ?)?`;
const MONTH = `${YEAR}(\\d{1,2})월(?:달)?`;
const DATE = `${YEAR}(\\d{1,2})월 ?(\\d{1,2})일`;
/** `1년 전 대비` is as much as then, not told then. */
const NO_COMPARING = '(?! ?(?:대비|같은|동기))';
const LAST_WEEK = '(?:지난|저번) ?주|전주';
const BEFORE_LAST = '(?:지지난|저저번|전전)';
const LAST_MONTH = '(?:지난|저번) ?달|전월|전달';
const NTH: Record<string, number> = { 첫: 1, 첫째: 1, 둘째: 2, 셋째: 3, 넷째: 4, 다섯째: 5 };
const THIRDS = { 초: 'early', 초순: 'early', 중순: 'mid', 말: 'late', 하순: 'late' } as const;
const COUNTS: Record<string, number> = { 한: 1, 두: 2, 세: 3, 석: 3, 네: 4, 넉: 4 };
/** Spans said in a word, in days. */
const SPANS: Record<string, number> = {
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
const SPAN = Object.keys(SPANS)
  .sort((a, b) => b.length - a.length)
  .map((word) => [...word].join(' ?'))
  .join('|');

/** Time phrases of Korean, the longer before those they contain. */
export const koreanTimes: readonly TimeReader[] = [
  rule(`${DATE} ?(?:부터|에서|~|-) ?(?:${YEAR}(\\d{1,2})월 ?)?(\\d{1,2})일${UNTIL}`, (m, today) => {
    const last = dateOf(yearSaid(m[4], today) ?? yearSaid(m[1], today), int(m[5] ?? m[2]), int(m[6]), today);
    return [dateOf(yearSaid(m[1], today), int(m[2]), int(m[3]), last), last];
  }),
  rule(`${YEAR}(\\d{1,2})월? ?(?:부터|에서|~|-|과|와) ?${MONTH}${UNTIL}`, (m, today) => {
    const [, last] = monthOf(yearSaid(m[3], today) ?? yearSaid(m[1], today), int(m[4]), today);
    return [monthOf(yearSaid(m[1], today), int(m[2]), last)[0], last];
  }),
  rule(`${DATE}${AFTER}`, (m, today) => one(dateOf(yearSaid(m[1], today), int(m[2]), int(m[3]), today))),
  rule(`${MONTH} ?(${Object.keys(NTH).join('|')}|[1-5]) ?(?:째 ?)?(?:번째 ?)?주(?:차)?${AFTER}`, (m, today) =>
    weekOfMonth(monthOf(yearSaid(m[1], today), int(m[2]), today), NTH[m[3] ?? ''] ?? int(m[3])),
  ),
  rule(`${MONTH} ?(${Object.keys(THIRDS).join('|')})${AFTER}`, (m, today) =>
    thirdOfMonth(monthOf(yearSaid(m[1], today), int(m[2]), today), THIRDS[m[3] as keyof typeof THIRDS]),
  ),
  rule(`${MONTH}${AFTER}`, (m, today) => monthOf(yearSaid(m[1], today), int(m[2]), today)),
  rule(`${YEAR}(상|하)반기${AFTER}`, (m, today) =>
    halfOf(yearSaid(m[1], today) ?? yearOf(today), m[2] === '상' ? 1 : 2),
  ),
  rule(`${YEAR}([1-4])(?:/4 ?)?분기${AFTER}`, (m, today) =>
    quarterNamed(int(m[2]), yearSaid(m[1], today), today),
  ),
  rule(`(?:지난|전) ?분기${AFTER}`, (_m, today) => quarterBefore(today, 1)),
  rule(`이번 ?분기${AFTER}`, (_m, today) => [quarterBefore(today, 0)[0], today]),
  rule(`(20\\d\\d)년${AFTER}`, (m) => wholeYear(int(m[1]))),
  rule(`(?:재작년|지지난 ?해)${AFTER}`, (_m, today) => wholeYear(yearOf(today) - 2)),
  rule(`(?:작년|지난 ?해)${AFTER}`, (_m, today) => wholeYear(yearOf(today) - 1)),
  rule(`연초${SINCE}`, (_m, today) => [startOfYear(today), today]),
  rule(`(?:올해|금년)(?: ?들어)?${AFTER}`, (_m, today) => [startOfYear(today), today]),
  rule(`지난 ?주말${AFTER}`, (_m, today) => [startOfWeek(today) - 2, startOfWeek(today) - 1]),
  rule(`(?:${LAST_WEEK}) ?${WEEKDAY}${AFTER}`, (m, today) => one(dayOfWeek(startOfWeek(today) - 7, m[1]))),
  rule(`이번 ?주 ?${WEEKDAY}${AFTER}`, (m, today) => one(dayOfWeek(startOfWeek(today), m[1]))),
  rule(`(?:지난 ?)?${WEEKDAY}${SINCE}`, (m, today) => [
    weekdayBefore(WEEKDAYS.indexOf(m[1] ?? ''), today),
    today,
  ]),
  rule(`지난 ?${WEEKDAY}${AFTER}`, (m, today) => one(weekdayBefore(WEEKDAYS.indexOf(m[1] ?? ''), today))),
  rule(`${BEFORE_LAST} ?주${AFTER}`, (_m, today) => weekBefore(today, 2)),
  rule(`(?:${LAST_WEEK})${AFTER}`, (_m, today) => weekBefore(today, 1)),
  rule(`이번 ?주말${AFTER}`, (_m, today) => weekend(today)),
  rule(`(?:이번 ?주|금주)${AFTER}`, (_m, today) => [startOfWeek(today), today]),
  rule(`(?:${BEFORE_LAST} ?달|전전월)${AFTER}`, (_m, today) => monthBefore(today, 2)),
  rule(`(?:${LAST_MONTH}) ?(${Object.keys(THIRDS).join('|')})${AFTER}`, (m, today) =>
    thirdOfMonth(monthBefore(today, 1), THIRDS[m[1] as keyof typeof THIRDS]),
  ),
  rule(`(?:${LAST_MONTH})${AFTER}`, (_m, today) => monthBefore(today, 1)),
  rule(`(?:이번 ?달|이달|금월)${AFTER}`, (_m, today) => [startOfMonth(today), today]),
  rule(`(?:그저께|그제|엊그제)${AFTER}`, (_m, today) => one(today - 2)),
  rule(`(?:(?:어제|어저께)(?: ?(?:아침|오전|오후|저녁|밤))?|어젯밤|간밤|지난 ?밤)${AFTER}`, (_m, today) =>
    one(today - 1),
  ),
  rule(`오늘(?: ?(?:아침|새벽|오전|오후|저녁))?${AFTER}`, (_m, today) => one(today)),
  rule(`(?:최근|지난) ?(\\d{1,9}) ?(시간|일|주|개월|달|년)(?:간| ?동안)?${AFTER}`, (m, today) => [
    today - Math.ceil(int(m[1]) * daysIn(m[2])),
    today,
  ]),
  rule(`(?:최근|지난|요|요즘) ?(${SPAN}) ?(?:간|동안|사이)?${AFTER}`, (m, today) => [
    today - (spanOf(m[1]) ?? 7),
    today,
  ]),
  rule(`(\\d{1,9}) ?(일|주|개월|달|년) ?전${SINCE}`, (m, today) => [today - int(m[1]) * daysIn(m[2]), today]),
  rule(`(${SPAN}) ?전${SINCE}`, (m, today) => [today - (spanOf(m[1]) ?? 7), today]),
  rule(`일 ?년 ?전${NO_COMPARING}${AFTER}`, (_m, today) => yearBefore(today, 1)),
  rule(`일주일 ?전${AFTER}`, (_m, today) => weekBefore(today, 1)),
  rule(`한 ?달 ?전${AFTER}`, (_m, today) => monthBefore(today, 1)),
  rule(`(하루|이틀|사흘|나흘|열흘) ?전${AFTER}`, (m, today) => one(today - (spanOf(m[1]) ?? 1))),
  rule(
    `(\\d{1,9}|${Object.keys(COUNTS).join('|')}) ?(일|주|개월|달|년|해) ?전${NO_COMPARING}${AFTER}`,
    (m, today) => ago(COUNTS[m[1] ?? ''] ?? int(m[1]), m[2], today),
  ),
];

/** `26년` is 2026; `작년` the year before today's. */
function yearSaid(said: string | undefined, today: Day): number | undefined {
  if (said === undefined || /^\d/.test(said)) return yearIn(said?.replace('년', ''));
  if (said === '재작년') return yearOf(today) - 2;
  return /^(?:작년|지난)/.test(said) ? yearOf(today) - 1 : yearOf(today);
}

/** The day of a week that begins on a Monday. */
function dayOfWeek(monday: Day, name = ''): Day {
  return monday + ((WEEKDAYS.indexOf(name) + 6) % 7);
}

function spanOf(word = ''): number | undefined {
  return SPANS[word.replaceAll(' ', '')];
}

function ago(number: number, unit: string | undefined, today: Day): Days {
  if (unit === '일') return one(today - number);
  if (unit === '년' || unit === '해') return yearBefore(today, number);
  return unit === '주' ? weekBefore(today, number) : monthBefore(today, number);
}

function daysIn(unit = ''): number {
  return { 시간: 1 / 24, 일: 1, 주: 7, 개월: 30, 달: 30, 년: 365 }[unit] ?? 1;
}
