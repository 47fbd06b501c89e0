import {
  CreateForumThreadRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
} from 'discord-api-spec/zod';
import type { Channel } from '../../world.ts';
import { schemaFaults } from '../checks/schema-faults.ts';
import type { Discord } from '../discord.ts';
import { findChannel } from '../find-channel.ts';
import { isJson, type Json } from '../json.ts';
import { tellOfUpdate } from '../messages/edit-message.ts';
import { messageTypes, postMessage } from '../messages/post-message.ts';
import { openThread } from '../messages/threads.ts';
import { refusal } from '../refusal.ts';
import { wireChannel } from '../wire/wire-channel.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { assertForm, assertMessage } from './assert-message.ts';
import { assertMayWrite } from './message-writes.ts';
import { objectBody, param, type RestRoute } from './rest-route.ts';
import { storedMessage } from './visible-messages.ts';

const usualArchiveMinutes = 4320;

/** Opening threads. @see https://docs.discord.com/developers/topics/threads */
export const threadOpenings: RestRoute[] = [
  {
    method: 'POST',
    path: '/channels/:channel/messages/:message/threads',
    handle(discord, request) {
      const { state } = discord;
      const channel = findChannel(discord, param(request, 'channel'), 'CREATE_PUBLIC_THREADS');
      if (channel.kind === 'thread' || channel.kind === 'dm' || channel.kind === 'forum')
        throw refusal(50_024);
      const message = storedMessage(discord, channel.id, param(request, 'message'));
      const body = objectBody(request);
      assertForm(schemaFaults(CreateTextThreadWithMessageRequestSchema, body));
      if (state.channels.get(message.id) !== undefined) throw refusal(160_004);
      const thread = openThread(discord, threadDraft(discord, channel, body, message.id));
      postMessage(discord, {
        channel: thread.id,
        author: state.bot().id,
        body: {},
        type: messageTypes.threadStarter,
        extra: {
          message_reference: {
            type: 0,
            channel_id: channel.id,
            message_id: message.id,
            guild_id: state.guild().id,
          },
        },
      });
      tellOfUpdate(discord, message);
      return { status: 201, body: wireChannel(state, thread) };
    },
  },
  {
    method: 'POST',
    path: '/channels/:channel/threads',
    handle(discord, request) {
      const { state } = discord;
      const body = objectBody(request);
      const channel = findChannel(discord, param(request, 'channel'));
      if (channel.kind === 'thread' || channel.kind === 'dm') throw refusal(50_024);
      if (channel.kind !== 'forum') {
        findChannel(discord, channel.id, 'CREATE_PUBLIC_THREADS');
        assertForm(schemaFaults(CreateTextThreadWithoutMessageRequestSchema, body));
        const thread = openThread(discord, threadDraft(discord, channel, body, discord.snowflakes.next()));
        return { status: 201, body: wireChannel(state, thread) };
      }
      const message = isJson(body.message) ? body.message : {};
      assertMayWrite(discord, channel, message, request);
      assertForm(schemaFaults(CreateForumThreadRequestSchema, body));
      assertMessage(message, {
        schema: null,
        files: request.files,
        isV2: false,
        isAnswer: false,
        isNew: true,
      });
      const thread = openThread(discord, threadDraft(discord, channel, body, discord.snowflakes.next()));
      const first = postMessage(discord, {
        id: thread.id,
        channel: thread.id,
        author: state.bot().id,
        body: message,
        files: request.files,
      });
      return { status: 201, body: { ...wireChannel(state, thread), message: wireMessage(state, first) } };
    },
  },
];

function threadDraft(discord: Discord, parent: Channel, body: Json, id: string) {
  return {
    id,
    parent: parent.id,
    name: String(body.name),
    owner: discord.state.bot().id,
    autoArchiveMinutes: Number(body.auto_archive_duration ?? usualArchiveMinutes),
    appliedTags: Array.isArray(body.applied_tags) ? body.applied_tags.map(String) : [],
  };
}
