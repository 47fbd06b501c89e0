import type { Bilingual } from '../briefs/brief.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays: Bilingual[] = [
  { ko: '일요일', en: 'Sunday' },
  { ko: '월요일', en: 'Monday' },
  { ko: '화요일', en: 'Tuesday' },
  { ko: '수요일', en: 'Wednesday' },
  { ko: '목요일', en: 'Thursday' },
  { ko: '금요일', en: 'Friday' },
  { ko: '토요일', en: 'Saturday' },
];

interface Day {
  year: number;
  month: number;
  day: number;
}

function parse(date: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [, year, month, day] = (match ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return month >= 1 && month <= 12 ? { year, month, day } : null;
}

/**
 * A date as it is said: `2월 3일` / `Feb 3`, with the year where it is not the reader's.
 * @param date `YYYY-MM-DD`; anything else is given back as it is
 * @param today the reader's date
 */
export function dateWords(date: string, today: string): Bilingual {
  const day = parse(date);
  if (!day) return { ko: date, en: date };
  const month = months[day.month - 1] ?? '';
  if (date.slice(0, 4) === today.slice(0, 4))
    return { ko: `${day.month}월 ${day.day}일`, en: `${month} ${day.day}` };
  return { ko: `${day.year}년 ${day.month}월 ${day.day}일`, en: `${month} ${day.day}, ${day.year}` };
}

/** A span of dates, both inclusive: `2월 21–23일`, `2월 27일–3월 2일`, `Feb 21–23`. */
export function spanWords(span: { from: string; to: string }, today: string): Bilingual {
  const from = parse(span.from);
  const to = parse(span.to);
  const end = dateWords(span.to, today);
  if (span.from === span.to || !from || !to) return end;
  const start = dateWords(span.from, span.from.slice(0, 4) === span.to.slice(0, 4) ? today : '');
  if (from.year !== to.year || from.month !== to.month)
    return { ko: `${start.ko}–${end.ko}`, en: `${start.en}–${end.en}` };
  const month = months[to.month - 1] ?? '';
  const year = end.en.includes(',') ? `, ${to.year}` : '';
  return { ko: start.ko.replace(/일$/, `–${to.day}일`), en: `${month} ${from.day}–${to.day}${year}` };
}

/**
 * A moment as it is said on the spot: `2월 3일 09:10`.
 * @param at epoch ms
 * @param zone the reader's, of the tz database
 */
export function momentWords(at: number, zone: string, today: string): Bilingual {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  const [date = '', time = ''] = parts.split(', ');
  const day = dateWords(date, today);
  return { ko: `${day.ko} ${time}`, en: `${day.en}, ${time}` };
}

/** The day of the week of a `YYYY-MM-DD`. */
export function weekdayWords(date: string): Bilingual {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? { ko: date, en: date };
}
