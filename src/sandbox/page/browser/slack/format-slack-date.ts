import { dayLabel, dayOf, formatDate, relativeTime } from '../platform/dates.ts';
import type { RenderContext } from '../platform/render-context.ts';

const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date_slash: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  date_short: { year: 'numeric', month: 'short', day: 'numeric' },
  date_long: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  day_divider_pretty: { month: 'long', day: 'numeric', weekday: 'long' },
  time: { hour: 'numeric', minute: '2-digit' },
  time_secs: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
};

/**
 * Fills the tokens of `<!date^…>` for the reader; null when the instant is impossible, so that the fallback shows.
 * @see https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export function formatSlackDate(at: number, tokens: string, context: RenderContext): string | null {
  if (Number.isNaN(new Date(at).getTime())) return null;
  return tokens.replace(/\{([a-z_]+)\}/g, (whole, token: string) => {
    if (token === 'ago') return relativeTime(at, context);
    const name = token.replace(/_pretty$/, '');
    const isNear =
      dayOf(at, context) === dayOf(context.now, context) ||
      dayOf(at, context) === dayOf(context.now - 86_400_000, context);
    if (token.endsWith('_pretty') && isNear) return dayLabel(at, context);
    const options = FORMATS[token] ?? FORMATS[name];
    return options ? (formatDate(at, options, context) ?? whole) : whole;
  });
}
