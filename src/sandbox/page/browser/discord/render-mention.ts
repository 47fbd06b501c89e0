import { formatDate } from '../platform/dates.ts';
import { matchAt } from '../platform/match-at.ts';
import { phrase } from '../platform/phrases.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h, type Tree } from '../tree/tree.ts';
import { formatTimestamp } from './format-timestamp.ts';

const SEQUENCE = /<(@[!&]?|#|\/[^\n<>:]{1,100}:|a?:[a-z0-9_]{2,32}:|t:)(-?\d{1,20})(?::([tTdDfFsSR]))?>/iy;
const EVERYBODY = /@(?:everyone|here)\b/y;

/**
 * The `<…>` sequences and `@everyone`: they look like mentions whatever `allowed_mentions` says.
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
export function renderMention(
  text: string,
  at: number,
  context: RenderContext,
): { tree: Tree; end: number } | null {
  const everybody = matchAt(EVERYBODY, text, at);
  if (everybody) return { tree: h('span.mention', {}, everybody[0]), end: at + everybody[0].length };
  const found = matchAt(SEQUENCE, text, at);
  if (!found) return null;
  const tree = renderSequence(found[1] ?? '', found[2] ?? '', found[3] ?? null, context);
  return tree === null ? null : { tree, end: at + found[0].length };
}

function renderSequence(kind: string, id: string, style: string | null, context: RenderContext): Tree | null {
  if (kind === 't:') {
    const at = Number(id) * 1000;
    const shown = formatTimestamp(at, style ?? 'f', context);
    const full = formatDate(at, { dateStyle: 'full', timeStyle: 'short' }, context);
    return shown === null
      ? null
      : h('time.md-time', { title: full, datetime: new Date(at).toISOString() }, shown);
  }
  if (kind === '#') {
    const name = context.channelName(id);
    if (name === null) return h('span.mention', {}, `#${phrase('deletedChannel', context.language)}`);
    const act = { do: 'open-place', platform: 'discord', channel: id } as const;
    return h('a.mention', { href: `#discord/${encodeURIComponent(id)}`, on: { click: act } }, `#${name}`);
  }
  if (kind.startsWith('@')) {
    const name = context.personName(id) ?? phrase('deletedPerson', context.language);
    return h(id === context.reader ? 'span.mention.mention-me' : 'span.mention', {}, `@${name}`);
  }
  if (kind.startsWith('/')) return h('span.mention', {}, kind.slice(0, -1));
  // A custom emoji's picture lies on Discord's servers; its name says what it is.
  return h('span.emoji', {}, kind.replace(/^a(?=:)/, ''));
}
