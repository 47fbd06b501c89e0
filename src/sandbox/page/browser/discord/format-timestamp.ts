import { formatDate, relativeTime } from '../platform/dates.ts';
import type { RenderContext } from '../platform/render-context.ts';

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/**
 * An instant (epoch ms) in one of the timestamp styles, in the reader's zone; null when the instant is impossible.
 * @see https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
 */
export function formatTimestamp(at: number, style: string, context: RenderContext): string | null {
  if (Number.isNaN(new Date(at).getTime())) return null;
  if (style === 'R') return relativeTime(at, context);
  return formatDate(at, STYLES[style] ?? {}, context);
}
