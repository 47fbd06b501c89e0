import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from 'discord-api-spec/zod';
import type { Channel } from '../../world.ts';
import { invalidForm } from '../checks/form-fault.ts';
import type { Discord } from '../discord.ts';
import { findChannel, guildOf, permissionsIn } from '../find-channel.ts';
import { isJson, type Json } from '../json.ts';
import { hasFlag, messageFlags } from '../message-flags.ts';
import { editMessage, tellOfUpdate } from '../messages/edit-message.ts';
import { messageTypes, postMessage } from '../messages/post-message.ts';
import { removeMessage } from '../messages/remove-message.ts';
import { setArchived } from '../messages/threads.ts';
import { may } from '../permissions.ts';
import { refusal } from '../refusal.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { assertMessage } from './assert-message.ts';
import { noContent, objectBody, ok, param, type RestRequest, type RestRoute } from './rest-route.ts';
import { storedMessage } from './visible-messages.ts';

/** Writing, editing, publishing and deleting messages. */
export const messageWrites: RestRoute[] = [
  {
    method: 'POST',
    path: '/channels/:channel/messages',
    handle(discord, request) {
      const { state } = discord;
      const channel = findChannel(discord, param(request, 'channel'));
      if (channel.kind === 'forum') throw refusal(40_058);
      const body = objectBody(request);
      assertMayWrite(discord, channel, body, request);
      assertMessage(body, {
        schema: MessageCreateRequestSchema,
        files: request.files,
        isV2: false,
        isAnswer: false,
        isNew: true,
      });
      const reference = replyReference(discord, channel, body);
      const nonce = body.nonce as string | number | null | undefined;
      const first = body.enforce_nonce === true ? messageOfNonce(discord, nonce) : null;
      if (first !== null) {
        const message = state.messages.get(first);
        if (message === undefined) throw refusal(10_008);
        return ok(wireMessage(state, message, nonce ?? undefined));
      }
      if (channel.kind === 'thread' && channel.isArchived) unarchive(discord, channel);
      const message = postMessage(discord, {
        channel: channel.id,
        author: state.bot().id,
        body,
        files: request.files,
        ...(reference === null ? {} : { type: messageTypes.reply, extra: { message_reference: reference } }),
        ...(nonce === null || nonce === undefined ? {} : { nonce }),
      });
      if (nonce !== null && nonce !== undefined) {
        state.nonces.put(String(nonce), {
          nonce: String(nonce),
          message: message.id,
          at: discord.base.clock(),
        });
      }
      return ok(wireMessage(state, message, nonce ?? undefined));
    },
  },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    handle(discord, request) {
      const channel = findChannel(discord, param(request, 'channel'));
      const message = storedMessage(discord, channel.id, param(request, 'message'));
      if (message.author !== discord.state.bot().id) throw refusal(50_005);
      if (message.payload.type === messageTypes.threadStarter) throw refusal(50_021);
      if (channel.kind === 'thread' && channel.isArchived) throw refusal(50_083);
      const body = objectBody(request);
      const kept = (message.payload.attachments ?? []) as Json[];
      assertMessage(body, {
        schema: MessageEditRequestPartialSchema,
        files: request.files,
        keptFiles: kept.map((file) => String(file.filename)),
        isV2: hasFlag(message.payload.flags, messageFlags.componentsV2),
        isAnswer: false,
        isNew: false,
      });
      return ok(wireMessage(discord.state, editMessage(discord, message, body, request.files)));
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    handle(discord, request) {
      const channel = findChannel(discord, param(request, 'channel'));
      const message = storedMessage(discord, channel.id, param(request, 'message'));
      const isOwn = message.author === discord.state.bot().id;
      if (!isOwn && !may(permissionsIn(discord.state, channel), 'MANAGE_MESSAGES')) throw refusal(50_013);
      if (message.payload.type === messageTypes.threadStarter) throw refusal(50_021);
      removeMessage(discord, channel.id, message.id);
      return noContent;
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/crosspost',
    handle(discord, request) {
      const channel = findChannel(discord, param(request, 'channel'), 'SEND_MESSAGES');
      if (channel.kind !== 'announcement') throw refusal(50_024);
      const message = storedMessage(discord, channel.id, param(request, 'message'));
      const isOwn = message.author === discord.state.bot().id;
      if (!isOwn && !may(permissionsIn(discord.state, channel), 'MANAGE_MESSAGES')) throw refusal(50_013);
      if (hasFlag(message.payload.flags, messageFlags.crossposted)) throw refusal(40_033);
      const flags = Number(message.payload.flags ?? 0) | messageFlags.crossposted;
      const published = { ...message, payload: { ...message.payload, flags } };
      discord.state.putMessage(published);
      tellOfUpdate(discord, published);
      return ok(wireMessage(discord.state, published));
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/typing',
    handle(discord, request) {
      findChannel(discord, param(request, 'channel'), 'SEND_MESSAGES');
      return noContent;
    },
  },
];

/** Threads have a permission of their own; links and files need theirs. */
export function assertMayWrite(discord: Discord, channel: Channel, body: Json, request: RestRequest): void {
  const needs = [channel.kind === 'thread' ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES'];
  if (Array.isArray(body.embeds) && body.embeds.length > 0) needs.push('EMBED_LINKS');
  if (request.files.length > 0) needs.push('ATTACH_FILES');
  findChannel(discord, channel.id, ...needs);
}

/** Sending makes an archived thread active again, unless a moderator locked it. */
function unarchive(discord: Discord, channel: Channel): void {
  const isLocked = discord.state.threads.get(channel.id)?.locked ?? true;
  if (isLocked && !may(permissionsIn(discord.state, channel), 'MANAGE_THREADS')) throw refusal(50_083);
  setArchived(discord, channel, false);
}

/** The message this nonce made in the past few minutes; the real one checks it per author, in all channels. */
function messageOfNonce({ state, base, timings }: Discord, nonce: unknown): string | null {
  if (nonce === null || nonce === undefined) return null;
  const known = state.nonces.get(String(nonce));
  if (known === undefined || base.clock() - known.at > timings.nonceWindowMs) return null;
  return known.message;
}

/** What a reply points to; with `fail_if_not_exists: false` a lost message degrades it to an ordinary one. */
function replyReference(discord: Discord, channel: Channel, body: Json): Json | null {
  const { state } = discord;
  const reference = body.message_reference;
  if (!isJson(reference)) return null;
  if (!may(permissionsIn(state, channel), 'READ_MESSAGE_HISTORY')) throw refusal(160_002);
  const target = state.messages.get(String(reference.message_id));
  if (target !== undefined && target.channel === channel.id && target.privateTo === null) {
    return { type: 0, message_id: target.id, channel_id: channel.id, ...guildField(discord, channel.id) };
  }
  if (reference.fail_if_not_exists === false) return null;
  const path = ['message_reference'];
  throw invalidForm([{ path, code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
}

function guildField({ state }: Discord, channel: string): Json {
  const guild = guildOf(state, channel);
  return guild === null ? {} : { guild_id: guild };
}
