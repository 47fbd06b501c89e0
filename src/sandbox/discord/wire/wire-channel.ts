import type { Channel } from '../../world.ts';
import type { DiscordState } from '../discord-state.ts';
import type { Json } from '../json.ts';
import { deniedBits, permissionBits } from '../permissions.ts';
import { snowflakeAt } from '../snowflake.ts';
import { wireTime } from './wire-time.ts';
import { everyoneRole, wireUser } from './wire-user.ts';

const types = { channel: 0, private: 0, dm: 1, announcement: 5, forum: 15 } as const;
const threadStarter = 21;

/** @see https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
export function channelType(state: DiscordState, channel: Channel): number {
  if (channel.kind !== 'thread') return types[channel.kind];
  const parent = channel.parent === null ? undefined : state.channels.get(channel.parent);
  return parent?.kind === 'announcement' ? 10 : 11;
}

/** A channel, thread or direct message as the API gives it. */
export function wireChannel(state: DiscordState, channel: Channel): Json {
  if (channel.kind === 'dm') return wireDirectMessage(state, channel);
  if (channel.kind === 'thread') return wireThread(state, channel);
  return {
    id: channel.id,
    type: channelType(state, channel),
    guild_id: state.guild().id,
    name: channel.name,
    parent_id: channel.parent,
    position: state.channels.all().findIndex((other) => other.id === channel.id),
    permission_overwrites: overwrites(state, channel),
    nsfw: false,
    topic: null,
    rate_limit_per_user: 0,
    last_message_id: lastMessage(state, channel),
    last_pin_timestamp: null,
    flags: 0,
    ...(channel.kind === 'forum'
      ? {
          available_tags: [],
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

function wireDirectMessage(state: DiscordState, channel: Channel): Json {
  const recipient = channel.createdBy === null ? undefined : state.people.get(channel.createdBy);
  return {
    id: channel.id,
    type: types.dm,
    flags: 0,
    last_message_id: lastMessage(state, channel),
    recipients: recipient === undefined ? [] : [wireUser(recipient)],
  };
}

function wireThread(state: DiscordState, channel: Channel): Json {
  const thread = state.threads.get(channel.id);
  const bot = state.bot().id;
  const createdAt = snowflakeAt(channel.id);
  const counted = state
    .messagesOf(channel.id)
    .filter(({ payload, id }) => payload.type !== threadStarter && id !== channel.id);
  return {
    id: channel.id,
    type: channelType(state, channel),
    guild_id: state.guild().id,
    name: channel.name,
    parent_id: channel.parent,
    owner_id: thread?.owner ?? channel.createdBy ?? bot,
    last_message_id: lastMessage(state, channel),
    last_pin_timestamp: null,
    rate_limit_per_user: 0,
    flags: 0,
    message_count: counted.length,
    total_message_sent: counted.length,
    member_count: thread?.members.length ?? 1,
    thread_metadata: {
      archived: channel.isArchived,
      archive_timestamp: wireTime(thread?.archivedAt ?? createdAt),
      auto_archive_duration: thread?.autoArchiveMinutes ?? 4320,
      locked: thread?.locked ?? false,
      create_timestamp: wireTime(createdAt),
    },
    applied_tags: thread?.appliedTags ?? [],
    ...(thread?.members.includes(bot) ? { member: wireThreadMember(channel.id, bot) } : {}),
  };
}

export function wireThreadMember(thread: string, user: string): Json {
  return { id: thread, user_id: user, join_timestamp: wireTime(snowflakeAt(thread)), flags: 0 };
}

/**
 * One overwrite for the bot itself, so that `permissionsFor` of the client tells what the server will do. A channel with
 * `members` is hidden from everyone else.
 */
function overwrites(state: DiscordState, channel: Channel): Json[] {
  const deny = deniedBits(channel);
  const see = permissionBits(['VIEW_CHANNEL']);
  const isHidden = channel.members !== undefined;
  const bot = {
    id: state.bot().id,
    type: 1,
    allow: isHidden ? (see & ~deny).toString() : '0',
    deny: deny.toString(),
  };
  const people = (channel.members ?? []).map((id) => ({ id, type: 1, allow: see.toString(), deny: '0' }));
  return [
    ...(isHidden ? [{ id: everyoneRole, type: 0, allow: '0', deny: see.toString() }] : []),
    ...(isHidden || deny !== 0n ? [bot] : []),
    ...people,
  ];
}

function lastMessage(state: DiscordState, channel: Channel): string | null {
  return state.messagesOf(channel.id).findLast((message) => message.privateTo === null)?.id ?? null;
}
