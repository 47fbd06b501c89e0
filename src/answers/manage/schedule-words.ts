import type { Bilingual } from '../../briefs/brief.ts';

/** A schedule that people set in the chat: one time, on some days of the week. */
export interface Appointment {
  /** `08:30` */
  time: string;
  /** 0 = Sunday … 6 = Saturday; in order, at least one. */
  days: number[];
}

/** In the order of the week. */
export const weekdays: readonly { day: number; name: Bilingual; words: readonly string[] }[] = [
  { day: 1, name: { ko: '월', en: 'Mon' }, words: ['월', '월요일', 'mon', 'monday', 'mondays'] },
  { day: 2, name: { ko: '화', en: 'Tue' }, words: ['화', '화요일', 'tue', 'tues', 'tuesday', 'tuesdays'] },
  { day: 3, name: { ko: '수', en: 'Wed' }, words: ['수', '수요일', 'wed', 'wednesday', 'wednesdays'] },
  {
    day: 4,
    name: { ko: '목', en: 'Thu' },
    words: ['목', '목요일', 'thu', 'thur', 'thurs', 'thursday', 'thursdays'],
  },
  { day: 5, name: { ko: '금', en: 'Fri' }, words: ['금', '금요일', 'fri', 'friday', 'fridays'] },
  { day: 6, name: { ko: '토', en: 'Sat' }, words: ['토', '토요일', 'sat', 'saturday', 'saturdays'] },
  { day: 0, name: { ko: '일', en: 'Sun' }, words: ['일', '일요일', 'sun', 'sunday', 'sundays'] },
];

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const workDays = [1, 2, 3, 4, 5];
const groups: readonly { days: readonly number[]; words: readonly string[] }[] = [
  { days: workDays, words: ['weekdays', 'weekday', '평일', '주중'] },
  { days: everyDay, words: ['daily', 'everyday', '매일'] },
  { days: [0, 6], words: ['weekends', 'weekend', '주말'] },
];

/** `weekdays`, `매일`, `mon, wed, fri`, `월수금`, `mon-thu`, `월~목`; null for what is none. */
export function readDays(text: string): number[] | null {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\bevery\s*day\b/g, 'daily')
    .replace(/\s*(?:[-–—~〜]|\bto\b|부터(?=\s))\s*/g, '-')
    .replace(/까지/g, '');
  const found = new Set<number>();
  for (const word of plain.split(/[\s,·/&+]+|\band\b/).filter((each) => each !== '')) {
    const days = daysOf(word) ?? daysBetween(word) ?? daysOfLetters(word);
    if (days === null) return null;
    for (const day of days) found.add(day);
  }
  return found.size === 0 ? null : [...found].sort((a, b) => a - b);
}

function daysOf(word: string): readonly number[] | null {
  const group = groups.find(({ words }) => words.includes(word));
  if (group) return group.days;
  const day = weekdays.find(({ words }) => words.includes(word));
  return day ? [day.day] : null;
}

/** `mon-thu`, in the order of the week; `fri-mon` goes over its end. */
function daysBetween(word: string): readonly number[] | null {
  const [from, to, ...more] = word
    .split('-')
    .map((each) => weekdays.findIndex(({ words }) => words.includes(each)));
  if (from === undefined || to === undefined || more.length > 0 || from < 0 || to < 0) return null;
  const length = ((to - from + weekdays.length) % weekdays.length) + 1;
  return Array.from({ length }, (_, at) => weekdays[(from + at) % weekdays.length]?.day ?? 0);
}

/** `월수금` */
function daysOfLetters(word: string): number[] | null {
  const days = [...word].map((letter) => weekdays.find(({ name }) => name.ko === letter)?.day);
  return days.every((day) => day !== undefined) ? days : null;
}

/** `8:30`, `0830`, `9am`, `오후 6시 30분`, `아침 9시`, `18시`; null for what is no time of day. */
export function readTime(text: string): string | null {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^(?:아침|새벽)/, '오전')
    .replace(/^저녁/, '오후')
    .replace(/^(\d{2})(\d{2})$/, '$1:$2');
  const match = /^(오전|오후)?(\d{1,2})(?:[:.](\d{2})|시(?:(\d{1,2})분|반)?)?(a\.?m\.?|p\.?m\.?)?$/.exec(
    plain,
  );
  if (!match) return null;
  const [, half = '', hours = '', colon, korean, meridiem = ''] = match;
  const isBare = colon === undefined && !plain.includes('시') && half === '' && meridiem === '';
  if (isBare) return null;
  const minute = plain.includes('시반') ? 30 : Number(colon ?? korean ?? 0);
  const late = half === '오후' || meridiem.startsWith('p');
  const early = half === '오전' || meridiem.startsWith('a');
  const said = Number(hours);
  if ((late || early) && (said < 1 || said > 12)) return null;
  const hour = late || early ? (said % 12) + (late ? 12 : 0) : said;
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The five-field cron pattern of an appointment. */
export function scheduleOf({ time, days }: Appointment): string {
  const [hours, minutes] = time.split(':').map(Number);
  const on = sameDays(days, everyDay) ? '*' : sameDays(days, workDays) ? '1-5' : days.join(',');
  return `${minutes} ${hours} * * ${on}`;
}

/** The appointment that a cron pattern stands for; null where it is more than one time on some days of the week. */
export function appointmentOf(schedule: string): Appointment | null {
  const match = /^(\d{1,2}) (\d{1,2}) \* \* (\*|[\d,-]+)$/.exec(schedule.trim().replace(/\s+/g, ' '));
  if (!match) return null;
  const [, minute = '', hour = '', on = ''] = match;
  const days = on === '*' ? everyDay : numbersOf(on);
  if (days === null) return null;
  return { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`, days };
}

function numbersOf(list: string): number[] | null {
  const found = new Set<number>();
  for (const part of list.split(',')) {
    const [from, to = from] = part.split('-').map(Number);
    if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) return null;
    if (from > to || to > 7) return null;
    for (let day = from; day <= to; day += 1) found.add(day % 7);
  }
  return [...found].sort((a, b) => a - b);
}

/** A schedule as it is said: `평일 08:30` / `weekdays at 08:30`; a pattern that is more than that as it is. */
export function scheduleWords(schedule: string): Bilingual {
  const appointment = appointmentOf(schedule);
  if (appointment === null) return { ko: schedule, en: schedule };
  const { time, days } = appointment;
  const named = dayWords(days);
  return { ko: `${named.ko} ${time}`, en: `${named.en} at ${time}` };
}

function dayWords(days: readonly number[]): Bilingual {
  if (sameDays(days, everyDay)) return { ko: '매일', en: 'every day' };
  if (sameDays(days, workDays)) return { ko: '평일', en: 'weekdays' };
  const named = weekdays.filter(({ day }) => days.includes(day)).map(({ name }) => name);
  return { ko: `매주 ${named.map(({ ko }) => ko).join('·')}`, en: named.map(({ en }) => en).join(', ') };
}

/** Whether both hold the same days, in whatever order. */
export function sameDays(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((day) => other.includes(day));
}
