import type { StoredMessage } from '../../world.ts';
import type { DiscordState } from '../discord-state.ts';
import { isJson, type Json } from '../json.ts';
import { messageFlags } from '../message-flags.ts';
import { wireChannel } from './wire-channel.ts';
import { wireTime } from './wire-time.ts';
import { wireUser } from './wire-user.ts';

/**
 * A message object. `nonce` is only in the answer to its creation and in MESSAGE_CREATE, never in the history.
 * @see https://docs.discord.com/developers/resources/message#message-object
 */
export function wireMessage(state: DiscordState, message: StoredMessage, nonce?: string | number): Json {
  const thread = state.channels.get(message.id);
  const flags = Number(message.payload.flags ?? 0);
  return {
    ...basicMessage(state, message),
    flags: thread === undefined ? flags : flags | messageFlags.hasThread,
    ...(thread === undefined ? {} : { thread: wireChannel(state, thread) }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(message.reactions.length > 0 ? { reactions: wireReactions(state, message) } : {}),
    ...referenced(state, message),
  };
}

function basicMessage(state: DiscordState, message: StoredMessage): Json {
  const author = state.people.get(message.author);
  return {
    ...message.payload,
    id: message.id,
    channel_id: message.channel,
    author: wireUser(author ?? { ...state.bot(), id: message.author, name: 'Deleted User', isBot: false }),
    timestamp: wireTime(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : wireTime(message.editedAt),
  };
}

function wireReactions(state: DiscordState, message: StoredMessage): Json[] {
  return message.reactions.map(({ emoji, people }) => ({
    emoji: wireEmoji(emoji),
    count: people.length,
    count_details: { burst: 0, normal: people.length },
    burst_colors: [],
    me_burst: false,
    me: people.includes(state.bot().id),
  }));
}

/** Unicode emojis have no id; the server's own are written `name:id`. */
export function wireEmoji(emoji: string): Json {
  const [, name, id] = /^(\w+):(\d+)$/.exec(emoji) ?? [];
  return name === undefined || id === undefined ? { id: null, name: emoji } : { id, name };
}

/** The message a reply or a thread's first message points to; null when it was deleted. */
function referenced(state: DiscordState, message: StoredMessage): Json {
  const reference = message.payload.message_reference;
  if (!isJson(reference) || typeof reference.message_id !== 'string') return {};
  const target = state.messages.get(reference.message_id);
  return { referenced_message: target === undefined ? null : basicMessage(state, target) };
}
