import type { StoredMessage } from '../../world.ts';
import type { Discord } from '../discord.ts';
import { guildOf } from '../find-channel.ts';
import type { Json } from '../json.ts';
import { hasFlag, messageFlags } from '../message-flags.ts';
import { wireComponents } from '../wire/wire-components.ts';
import { wireEmbeds } from '../wire/wire-embeds.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { wireMember } from '../wire/wire-user.ts';
import { mediaSource, storeAttachments, type UploadedFile } from './attachments.ts';
import { mentionsOf } from './mentions.ts';

/** @see https://docs.discord.com/developers/resources/message#message-object-message-types */
export const messageTypes = { ordinary: 0, reply: 19, command: 20, threadStarter: 21 } as const;

export interface MessageDraft {
  channel: string;
  author: string;
  /** As it came from the client, already checked. */
  body: Json;
  files?: UploadedFile[];
  type?: number;
  /** A smaller id than new ones when the message starts a forum thread: the thread's own. */
  id?: string;
  privateTo?: string | null;
  invokedAs?: string | null;
  /** Fields only answers to interactions have, and `message_reference`. */
  extra?: Json;
  isAnswer?: boolean;
  nonce?: string | number;
}

/** Stores a message and tells the gateway, unless it is private. */
export function postMessage(discord: Discord, draft: MessageDraft): StoredMessage {
  const { state, base } = discord;
  const { body, channel } = draft;
  const attachments = storeAttachments(discord, channel, body, draft.files ?? [], []);
  const media = mediaSource(discord, attachments);
  const message: StoredMessage = {
    id: draft.id ?? discord.snowflakes.next(),
    channel,
    thread: null,
    author: draft.author,
    payload: {
      type: draft.type ?? messageTypes.ordinary,
      content: typeof body.content === 'string' ? body.content.trim() : '',
      embeds: wireEmbeds(body.embeds, media),
      components: wireComponents(body.components, media),
      attachments,
      flags: typeof body.flags === 'number' ? body.flags : 0,
      tts: body.tts === true,
      pinned: false,
      ...mentionsOf(state, body, draft.isAnswer === true),
      ...draft.extra,
    },
    createdAt: base.clock(),
    editedAt: null,
    reactions: [],
    privateTo: draft.privateTo ?? null,
    invokedAs: draft.invokedAs ?? null,
  };
  state.putMessage(message);
  base.changed('discord', { kind: 'message', channel, id: message.id });
  if (!hasFlag(message.payload.flags, messageFlags.ephemeral)) announce(discord, message, draft.nonce);
  return message;
}

function announce(discord: Discord, message: StoredMessage, nonce: string | number | undefined): void {
  const { state, gateway } = discord;
  const author = state.people.get(message.author);
  const guild = guildOf(state, message.channel);
  const isWebhook = message.payload.webhook_id !== undefined;
  gateway.dispatch('MESSAGE_CREATE', message.channel, {
    ...wireMessage(state, message, nonce),
    ...(guild === null ? {} : { guild_id: guild }),
    ...(guild === null || author === undefined || isWebhook
      ? {}
      : { member: withoutUser(wireMember(author)) }),
  });
}

function withoutUser({ user: _, ...member }: Json): Json {
  return member;
}
