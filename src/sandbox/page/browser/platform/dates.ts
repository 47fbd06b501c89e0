import { phrase } from './phrases.ts';
import type { RenderContext } from './render-context.ts';

/** Formats an instant (epoch ms) for the reader; an impossible instant gives null. */
export function formatDate(
  at: number,
  options: Intl.DateTimeFormatOptions,
  context: RenderContext,
): string | null {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return null;
  const format = new Intl.DateTimeFormat(context.locale, { ...options, timeZone: context.timeZone });
  if (!context.locale.startsWith('ko')) return format.format(date);
  // Some builds of ICU say AM and PM in Korean; every client says 오전 and 오후.
  const parts = format.formatToParts(date).map(({ value }) => KOREAN_HALF_DAYS[value] ?? value);
  return parts.join('');
}

const KOREAN_HALF_DAYS: Readonly<Record<string, string>> = { AM: '오전', PM: '오후' };

/** `오늘`, `어제` or the full date, as the line between two days says it. */
export function dayLabel(at: number, context: RenderContext): string {
  const day = dayOf(at, context);
  if (day === dayOf(context.now, context)) return phrase('today', context.language);
  if (day === dayOf(context.now - 86_400_000, context)) return phrase('yesterday', context.language);
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  };
  return formatDate(at, options, { ...context, locale: context.language }) ?? '';
}

/** `2026-02-23` in the reader's zone: equal for two instants of the same day. */
export function dayOf(at: number, context: RenderContext): string {
  return formatDate(at, { dateStyle: 'short' }, { ...context, locale: 'sv-SE' }) ?? '';
}

export function timeOfDay(at: number, context: RenderContext): string {
  return (
    formatDate(at, { hour: 'numeric', minute: '2-digit' }, { ...context, locale: context.language }) ?? ''
  );
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** `2시간 전`, `in 3 days`. */
export function relativeTime(at: number, context: RenderContext): string {
  const seconds = Math.round((at - context.now) / 1000);
  const format = new Intl.RelativeTimeFormat(context.locale, { numeric: 'auto' });
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(seconds, 'second');
}
