import type { StoredMessage, World } from '../../../world.ts';
import { renderDiscordMessage } from '../discord/render-discord-message.ts';
import { MESSAGE_FLAGS } from '../discord/wire-numbers.ts';
import { formatDate, timeOfDay } from '../platform/dates.ts';
import { phrase } from '../platform/phrases.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderSlackMessage } from '../slack/render-slack-message.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import { contextOf } from './context-of.ts';
import { isBot } from './is-bot.ts';
import type { PageState } from './page-state.ts';
import { renderActions } from './render-actions.ts';
import { renderAvatar } from './render-avatar.ts';
import { renderNotice } from './render-notice.ts';
import { renderReactions } from './render-reactions.ts';
import { renderReference } from './render-reference.ts';
import { renderThreadLink } from './render-thread-link.ts';

/** One message with its author, marks, body, reactions and thread. `isContinued` leaves out the author's line. */
export function renderMessageRow(
  message: StoredMessage,
  world: World,
  state: PageState,
  isContinued: boolean,
  isInThread: boolean,
): TreeElement {
  const context = contextOf(state, world.platform);
  const name = context.personName(message.author) ?? phrase('deletedPerson', state.language);
  const isApp = isBot(message.author, world);
  const payload =
    world.platform === 'slack' ? message.payload : { ...message.payload, author: message.author };
  const body =
    world.platform === 'slack'
      ? renderSlackMessage(payload, context)
      : renderDiscordMessage(payload, context);
  const failure = state.notices.find((notice) => notice.message === message.id);
  const isPrivate = message.privateTo !== null;
  const classes = [
    'message',
    isContinued && 'continued',
    isPrivate && 'private',
    pinged(message) && 'pinged',
    state.actionsFor === message.id && 'chosen',
  ];
  return h(
    'article',
    {
      key: `${message.channel}/${message.id}`,
      class: classes.filter((word) => word !== false).join(' '),
      'data-message': message.id,
      'data-channel': message.channel,
      'aria-label': `${name}, ${timeOfDay(message.createdAt, context)}`,
      on: isPrivate || state.isStill ? {} : { contextmenu: { do: 'toggle-actions', message: message.id } },
    },
    world.platform === 'discord' && renderReference(message, world, context),
    h(
      'div.gutter',
      {},
      isContinued
        ? h('time.gutter-time', {}, timeOfDay(message.createdAt, context))
        : renderAvatar(message.author, name, isApp),
    ),
    h(
      'div.message-main',
      {},
      isPrivate &&
        world.platform === 'slack' &&
        h(
          'p.only-you',
          {},
          h('span.icon.icon-eye', { 'aria-hidden': 'true' }),
          phrase('onlyYou', state.language),
        ),
      renderInvocation(message, context),
      !isContinued && renderAuthorLine(message, name, isApp, context),
      body,
      message.editedAt !== null && h('small.edited', {}, phrase('edited', state.language)),
      failure ? renderNotice(failure, context) : null,
      isPrivate && renderPrivateFoot(message, world, state),
      renderReactions(message, state, context),
      !isInThread && renderThreadLink(message, world, state),
    ),
    !isPrivate && !state.isStill && renderActions(message, world, state, isInThread),
  );
}

function renderAuthorLine(
  message: StoredMessage,
  name: string,
  isApp: boolean,
  context: RenderContext,
): Tree {
  const full = formatDate(
    message.createdAt,
    { dateStyle: 'full', timeStyle: 'short' },
    { ...context, locale: context.language },
  );
  return h(
    'header.author-line',
    {},
    h('strong.author', { class: isApp ? 'author author-bot' : 'author' }, name),
    isApp && h('span.badge', {}, phrase('app', context.language)),
    h(
      'time.when',
      { datetime: new Date(message.createdAt).toISOString(), title: full },
      timeOfDay(message.createdAt, context),
    ),
    isSilent(message) &&
      h('span.icon.icon-bell-off', {
        role: 'img',
        'aria-label': phrase('notSent', context.language),
        title: phrase('notSent', context.language),
      }),
  );
}

function renderInvocation(message: StoredMessage, context: RenderContext): Tree | null {
  if (message.invokedAs === null) return null;
  const person = message.privateTo ?? context.reader;
  const who = context.personName(person) ?? phrase('deletedPerson', context.language);
  return h(
    'p.invocation',
    {},
    phrase('used', context.language, who),
    ' ',
    h('code.command', {}, message.invokedAs),
  );
}

/** Discord says below a private answer what Slack says above it, and lets the person send it away. */
function renderPrivateFoot(message: StoredMessage, world: World, state: PageState): Tree {
  const dismiss = h(
    'button.linklike',
    { type: 'button', on: { click: { do: 'dismiss', message: message.id } } },
    phrase('dismiss', state.language),
  );
  if (world.platform === 'slack') return h('p.private-foot', {}, dismiss);
  return h(
    'p.private-foot',
    {},
    h('span.icon.icon-eye', { 'aria-hidden': 'true' }),
    phrase('onlyYou', state.language),
    ' • ',
    dismiss,
  );
}

function pinged(message: StoredMessage): boolean {
  return message.payload.mention_everyone === true;
}

/** Discord's SUPPRESS_NOTIFICATIONS shows as a struck bell beside the time. */
function isSilent(message: StoredMessage): boolean {
  return (
    typeof message.payload.flags === 'number' &&
    (message.payload.flags & MESSAGE_FLAGS.suppressNotifications) !== 0
  );
}
