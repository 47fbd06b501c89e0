import type { Channel, StoredMessage, World } from '../../../world.ts';
import { dayOf, formatDate, timeOfDay } from '../platform/dates.ts';
import { phrase } from '../platform/phrases.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import { contextOf } from './context-of.ts';
import { isBot } from './is-bot.ts';
import type { PageState } from './page-state.ts';
import { renderAvatar } from './render-avatar.ts';
import { threadMessages } from './visible-messages.ts';

/** The way from a message into its thread, with how much is in there; null when it has none. */
export function renderThreadLink(message: StoredMessage, world: World, state: PageState): TreeElement | null {
  const context = contextOf(state, world.platform);
  const replies = threadMessages(world, message.channel, message.id, context.reader);
  const last = replies.at(-1);
  if (world.platform === 'slack') return last ? slackLink(message.id, replies, last, world, context) : null;
  const thread = world.channels.find((channel) => channel.id === message.id && channel.kind === 'thread');
  return thread ? discordCard(thread, replies, world, context) : null;
}

function slackLink(
  thread: string,
  replies: readonly StoredMessage[],
  last: StoredMessage,
  world: World,
  context: RenderContext,
): TreeElement {
  const authors = [...new Set(replies.map((reply) => reply.author))].slice(0, 4);
  const count =
    replies.length === 1
      ? phrase('reply', context.language)
      : phrase('replies', context.language, replies.length);
  return h(
    'button.thread-link',
    { type: 'button', on: { click: { do: 'open-thread', thread } } },
    authors.map((author) => renderAvatar(author, context.personName(author) ?? '?', isBot(author, world))),
    h('strong', {}, count),
    h('span.muted', {}, phrase('lastReply', context.language, whenShort(last.createdAt, context))),
    h('span.icon.icon-chevron', { 'aria-hidden': 'true' }),
  );
}

/** The card of a Discord thread, under its message or in a forum. */
export function discordCard(
  thread: Channel,
  replies: readonly StoredMessage[],
  world: World,
  context: RenderContext,
): TreeElement {
  const last = replies.at(-1);
  const count =
    replies.length === 1
      ? phrase('message', context.language)
      : phrase('messages', context.language, replies.length);
  return h(
    'button.thread-card',
    { type: 'button', key: `thread ${thread.id}`, on: { click: { do: 'open-thread', thread: thread.id } } },
    h('span.thread-name', {}, h('strong', {}, thread.name), ' ', h('span.link', {}, `${count} ›`)),
    last !== undefined &&
      h(
        'span.thread-last.muted',
        {},
        renderAvatar(last.author, context.personName(last.author) ?? '?', isBot(last.author, world)),
        context.personName(last.author) ?? '?',
        ' · ',
        whenShort(last.createdAt, context),
      ),
  );
}

function whenShort(at: number, context: RenderContext): string {
  if (dayOf(at, context) === dayOf(context.now, context)) return timeOfDay(at, context);
  return formatDate(at, { month: 'short', day: 'numeric' }, { ...context, locale: context.language }) ?? '';
}
