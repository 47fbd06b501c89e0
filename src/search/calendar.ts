/** A calendar day as days since 1970-01-01. NaN for one the calendar does not have. */
export type Day = number;
/** First and last day, inclusive. */
export type Days = [first: Day, last: Day];

const DAY_MS = 86_400_000;

export function dayIn(instant: number, zone: string): Day {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

export function isoDay(day: Day): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function one(day: Day): Days {
  return [day, day];
}

/** Months count from 1. NaN for a date that the calendar does not have (month 13, 31 April). */
export function dayOf(year: number, month: number, day: number): Day {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() / DAY_MS : Number.NaN;
}

export function yearOf(day: Day): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** A date of a year; without one the latest that has been. The 31st of a month that has none is its last day. */
export function dateOf(year: number | undefined, month: number, day: number, today: Day): Day {
  if (year !== undefined) return dayOrLast(year, month, day);
  const thisYear = dayOrLast(yearOf(today), month, day);
  return thisYear > today ? dayOrLast(yearOf(today) - 1, month, day) : thisYear;
}

function dayOrLast(year: number, month: number, day: number): Day {
  const exact = dayOf(year, month, day);
  return Number.isNaN(exact) && day > 28 && day <= 31 ? endOfMonth(dayOf(year, month, 1)) : exact;
}

/** A month of a year; without one the latest that has begun. */
export function monthOf(year: number | undefined, month: number, today: Day): Days {
  const first = dateOf(year, month, 1, today);
  return [first, endOfMonth(first)];
}

/** The third of a month that is its beginning (1–10), middle (11–20) or end. */
export function thirdOfMonth([first, last]: Days, third: 'early' | 'mid' | 'late'): Days {
  if (third === 'early') return [first, first + 9];
  return third === 'mid' ? [first + 10, first + 19] : [first + 20, last];
}

/** The days of a month's nth week, the first being the one that holds the first of the month; NaN where it has none. */
export function weekOfMonth([first, last]: Days, number: number): Days {
  const start = startOfWeek(first) + 7 * (number - 1);
  return start > last ? one(Number.NaN) : [Math.max(first, start), Math.min(last, start + 6)];
}

export function startOfMonth(day: Day): Day {
  return dayOf(yearOf(day), new Date(day * DAY_MS).getUTCMonth() + 1, 1);
}

function endOfMonth(day: Day): Day {
  return startOfMonth(startOfMonth(day) + 31) - 1;
}

/** The whole month so many before that of a day; none is earlier than December 1969. */
export function monthBefore(day: Day, months: number): Days {
  const month = yearOf(day) * 12 + new Date(day * DAY_MS).getUTCMonth() - months;
  const counted = Math.max(month, 1969 * 12 + 11);
  const first = dayOf(Math.floor(counted / 12), (counted % 12) + 1, 1);
  return [first, endOfMonth(first)];
}

/** The whole year so many before that of a day; none is earlier than 1969. */
export function yearBefore(day: Day, years: number): Days {
  return wholeYear(Math.max(yearOf(day) - years, 1969));
}

/** The Monday of a day's week; 1970-01-01 was a Thursday. */
export function startOfWeek(day: Day): Day {
  return day - ((day + 3) % 7);
}

/** The whole week so many before that of a day, Monday to Sunday. */
export function weekBefore(day: Day, weeks: number): Days {
  const monday = startOfWeek(day) - 7 * weeks;
  return [monday, monday + 6];
}

/** The weekend of a day's week, or the last one where it has not begun. */
export function weekend(day: Day): Days {
  const saturday = startOfWeek(day) + 5;
  return day >= saturday ? [saturday, day] : [saturday - 7, saturday - 6];
}

/** The latest such weekday before a day; Sunday is 0. */
export function weekdayBefore(weekday: number, day: Day): Day {
  const back = (day + 4 - weekday + 7) % 7;
  return day - (back === 0 ? 7 : back);
}

export function startOfYear(day: Day): Day {
  return dayOf(yearOf(day), 1, 1);
}

export function wholeYear(year: number): Days {
  return [dayOf(year, 1, 1), dayOf(year, 12, 31)];
}

function quarterOf(year: number, number: number): Days {
  return [dayOf(year, number * 3 - 2, 1), endOfMonth(dayOf(year, number * 3, 1))];
}

export function halfOf(year: number, number: number): Days {
  return [dayOf(year, number * 6 - 5, 1), endOfMonth(dayOf(year, number * 6, 1))];
}

/**
 * A quarter named by its number. One of no year that has not begun is last year's: its results, and so the stories of it,
 * come in the quarter after.
 */
export function quarterNamed(number: number, year: number | undefined, today: Day): Days {
  if (year !== undefined) return quarterOf(year, number);
  const quarter = quarterOf(yearOf(today), number);
  if (quarter[0] <= today) return quarter;
  const [from, to] = quarterOf(yearOf(today) - 1, number);
  return [from, quarterBefore(to + 1, 0)[1]];
}

/** The whole quarter so many before that of a day. */
export function quarterBefore(day: Day, quarters: number): Days {
  const month = new Date(day * DAY_MS).getUTCMonth();
  const count = yearOf(day) * 4 + Math.floor(month / 3) - quarters;
  return quarterOf(Math.floor(count / 4), (count % 4) + 1);
}
