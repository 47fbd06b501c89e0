import { formatDate } from '../platform/dates.ts';
import { phrase } from '../platform/phrases.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderLink } from '../platform/render-link.ts';
import { safeLink } from '../platform/safe-link.ts';
import { h, type Tree } from '../tree/tree.ts';
import { decodeEntities } from './decode-entities.ts';
import { formatSlackDate } from './format-slack-date.ts';

/**
 * What stands between `<` and `>`: a mention, a channel, a special mention, a date or a link.
 * Anything that is none of these, and any address but http(s), stays as it was typed.
 * @see https://docs.slack.dev/messaging/formatting-message-text#advanced
 */
export function renderEntity(inside: string, context: RenderContext): Tree {
  const bar = inside.indexOf('|');
  const head = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : decodeEntities(inside.slice(bar + 1));
  const id = head.slice(1);
  if (head.startsWith('@')) return renderPerson(id, label, context);
  if (head.startsWith('#')) return renderChannel(id, label, context);
  if (head.startsWith('!')) return renderSpecial(id, label, context) ?? decodeEntities(`<${inside}>`);
  const link = safeLink(decodeEntities(head));
  return link === null ? decodeEntities(`<${inside}>`) : renderLink(link, [label || link]);
}

export function renderPerson(id: string, label: string | null, context: RenderContext): Tree {
  const name = context.personName(id) ?? label ?? phrase('deletedPerson', context.language);
  return h(
    id === context.reader ? 'span.mention.mention-me' : 'span.mention',
    {},
    `@${name.replace(/^@/, '')}`,
  );
}

export function renderChannel(id: string, label: string | null, context: RenderContext): Tree {
  const name = context.channelName(id) ?? label ?? phrase('deletedChannel', context.language);
  if (context.channelName(id) === null) return h('span.mention', {}, `#${name}`);
  const act = { do: 'open-place', platform: 'slack', channel: id } as const;
  return h('a.mention', { href: `#slack/${encodeURIComponent(id)}`, on: { click: act } }, `#${name}`);
}

function renderSpecial(command: string, label: string | null, context: RenderContext): Tree | null {
  if (['here', 'channel', 'everyone'].includes(command))
    return h('span.mention.mention-all', {}, `@${command}`);
  if (command.startsWith('subteam^')) return h('span.mention', {}, label ?? `@${command.slice(8)}`);
  const date = /^date\^(-?\d{1,14})\^([^^]+)(?:\^(.+))?$/.exec(command);
  if (!date) return null;
  const at = Number(date[1]) * 1000;
  const shown = formatSlackDate(at, date[2] ?? '', context) ?? label ?? '';
  const full = formatDate(at, { dateStyle: 'full', timeStyle: 'long' }, context) ?? '';
  const link = safeLink(date[3]);
  const time = h(
    'time',
    { datetime: shown === label ? false : new Date(at).toISOString(), title: full },
    shown,
  );
  return link === null ? time : renderLink(link, [time]);
}
