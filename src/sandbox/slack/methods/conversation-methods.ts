import type { Channel, StoredMessage } from '../../world.ts';
import { directMessage, findChannel, readableChannel, requireScope, scopeFor } from '../access.ts';
import { type Args, flag, need, text } from '../args.ts';
import type { SlackContext } from '../context.ts';
import { microsOf } from '../messages.ts';
import { SlackError } from '../slack-error.ts';
import { membersOf, wireChannel } from '../wire-channel.ts';
import { isVisible, wireMessage } from '../wire-message.ts';
import type { Methods } from './method.ts';
import { pageOf } from './page-of.ts';

const anyRead = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const anyHistory = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

/** https://docs.slack.dev/reference/methods?family=conversations */
export const conversationMethods: Methods = {
  'conversations.history': {
    tier: 3,
    token: 'bot',
    scopes: anyHistory,
    run(context, args) {
      const channel = readableChannel(context, need(args, 'channel'));
      const inTime = within(args);
      const found = context.messages
        .inChannel(channel.id)
        .filter((message) => isTopLevel(message) && inTime(message))
        .filter(isVisible(context))
        .toReversed();
      const page = pageOf(found, args, { normal: 100, most: 999 });
      return {
        messages: page.items.map((message) =>
          wireMessage(context, message, flag(args, 'include_all_metadata')),
        ),
        has_more: page.hasMore,
        pin_count: 0,
        channel_actions_ts: null,
        channel_actions_count: 0,
        ...(page.hasMore ? { response_metadata: page.metadata } : {}),
      };
    },
  },
  'conversations.replies': {
    tier: 3,
    token: 'bot',
    scopes: anyHistory,
    run(context, args) {
      const channel = readableChannel(context, need(args, 'channel'));
      const asked = context.messages.get(channel.id, need(args, 'ts'));
      const visible = isVisible(context);
      if (asked === undefined || !visible(asked)) throw new SlackError('thread_not_found');
      const parent = asked.thread === null ? asked : context.messages.get(channel.id, asked.thread);
      const inTime = within(args);
      const replies = context.messages
        .replies(channel.id, parent?.id ?? asked.id)
        .filter((message) => visible(message) && inTime(message));
      const thread = parent === undefined ? replies : [parent, ...replies];
      const page = pageOf(thread, args, { normal: 1000, most: 1000 });
      return {
        messages: page.items.map((message) =>
          wireMessage(context, message, flag(args, 'include_all_metadata')),
        ),
        has_more: page.hasMore,
        ...(page.hasMore ? { response_metadata: page.metadata } : {}),
      };
    },
  },
  'conversations.info': {
    tier: 3,
    token: 'bot',
    scopes: anyRead,
    run(context, args) {
      const channel = findChannel(context, need(args, 'channel'));
      requireScope(context, scopeFor(channel, 'read'));
      const locale = flag(args, 'include_locale') ? { locale: 'en-US' } : {};
      return { channel: { ...wireChannel(context, channel, flag(args, 'include_num_members')), ...locale } };
    },
  },
  'conversations.list': listing((context) => (channel) => isKnown(context, channel)),
  // With `user`, the channels of that person; of private ones only those that the bot is in, too.
  'users.conversations': listing((context, args) => {
    const user = text(args, 'user');
    if (user === undefined) return (channel) => channel.botIsMember;
    if (context.workspace.person(user) === undefined) throw new SlackError('user_not_found');
    return (channel) => isKnown(context, channel) && context.workspace.isIn(channel, user);
  }),
  'conversations.join': {
    tier: 3,
    token: 'bot',
    scopes: ['channels:join'],
    run(context, args) {
      const channel = findChannel(context, need(args, 'channel'));
      if (channel.kind === 'private' || channel.kind === 'dm') {
        throw new SlackError('method_not_supported_for_channel_type');
      }
      if (channel.isArchived) throw new SlackError('is_archived');
      const joined = { ...channel, botIsMember: true };
      context.workspace.putChannel(joined);
      context.base.changed('slack', { kind: 'channel', channel: channel.id });
      const already = channel.botIsMember ? { warning: 'already_in_channel' } : {};
      return { channel: wireChannel(context, joined, false), ...already };
    },
  },
  'conversations.leave': {
    tier: 3,
    token: 'bot',
    scopes: ['channels:manage', 'groups:write', 'channels:join'],
    run(context, args) {
      const channel = findChannel(context, need(args, 'channel'));
      context.workspace.putChannel({ ...channel, botIsMember: false });
      context.base.changed('slack', { kind: 'channel', channel: channel.id });
      return channel.botIsMember ? {} : { not_in_channel: true };
    },
  },
  'conversations.members': {
    tier: 4,
    token: 'bot',
    scopes: anyRead,
    run(context, args) {
      const channel = findChannel(context, need(args, 'channel'));
      requireScope(context, scopeFor(channel, 'read'));
      const page = pageOf(membersOf(context, channel), args, { normal: 100, most: 1000 });
      return { members: page.items, response_metadata: page.metadata };
    },
  },
  'conversations.open': {
    tier: 3,
    token: 'bot',
    scopes: ['im:write', 'mpim:write'],
    run(context, args) {
      const known = text(args, 'channel');
      const people = (text(args, 'users') ?? '').split(',').filter((id) => id !== '');
      const [person] = people;
      if (known === undefined && person === undefined) throw new SlackError('users_list_not_supplied');
      if (people.length > 1) throw new SlackError('method_not_supported_for_channel_type');
      if (person !== undefined && context.workspace.person(person) === undefined) {
        throw new SlackError('user_not_found');
      }
      const channel =
        known === undefined ? directMessage(context, person ?? '') : findChannel(context, known);
      const wire = wireChannel(context, channel, false);
      return { channel: flag(args, 'return_im') ? wire : { id: channel.id } };
    },
  },
};

function listing(
  shows: (context: SlackContext, args: Args) => (channel: Channel) => boolean,
): Methods[string] {
  return {
    tier: 2,
    token: 'bot',
    scopes: anyRead,
    run(context, args) {
      const types = (text(args, 'types') ?? 'public_channel').split(',').map((type) => type.trim());
      for (const type of types) requireScope(context, readScope(type));
      const found = context.workspace
        .channels()
        .filter((channel) => types.includes(typeOf(channel)))
        .filter((channel) => !(flag(args, 'exclude_archived') && channel.isArchived))
        .filter(shows(context, args));
      const page = pageOf(found, args, { normal: 100, most: 1000 });
      return {
        channels: page.items.map((channel) => wireChannel(context, channel, true)),
        response_metadata: page.metadata,
      };
    },
  };
}

function isKnown(_: SlackContext, channel: Channel): boolean {
  return channel.kind !== 'private' || channel.botIsMember;
}

function typeOf(channel: Channel): string {
  if (channel.kind === 'private') return 'private_channel';
  return channel.kind === 'dm' ? 'im' : 'public_channel';
}

function readScope(type: string): string {
  const scopes: Record<string, string> = {
    public_channel: 'channels:read',
    private_channel: 'groups:read',
    im: 'im:read',
    mpim: 'mpim:read',
  };
  const scope = scopes[type];
  if (scope === undefined) throw new SlackError('invalid_types');
  return scope;
}

/** History shows a channel's own messages, and replies that were broadcast to it. */
function isTopLevel(message: StoredMessage): boolean {
  return message.thread === null || message.payload.subtype === 'thread_broadcast';
}

/** `oldest` and `latest` leave their own instants out unless `inclusive`. */
function within(args: Args): (message: StoredMessage) => boolean {
  const oldest = instant(args, 'oldest', Number.NEGATIVE_INFINITY);
  const latest = instant(args, 'latest', Number.POSITIVE_INFINITY);
  const inclusive = flag(args, 'inclusive');
  return ({ id }) => {
    const at = microsOf(id);
    if (inclusive && (at === oldest || at === latest)) return true;
    return at > oldest && at < latest;
  };
}

function instant(args: Args, name: string, otherwise: number): number {
  const value = text(args, name);
  if (value === undefined || value === '0') return otherwise;
  if (!/^\d+(\.\d+)?$/.test(value)) throw new SlackError(`invalid_ts_${name}`);
  return microsOf(value);
}
