import { UpdateThreadRequestPartialSchema } from 'discord-api-spec/zod';
import type { Channel } from '../../world.ts';
import { schemaFaults } from '../checks/schema-faults.ts';
import type { Discord } from '../discord.ts';
import { findChannel, permissionsIn } from '../find-channel.ts';
import type { Json } from '../json.ts';
import { putThread, setArchived } from '../messages/threads.ts';
import { may } from '../permissions.ts';
import { refusal } from '../refusal.ts';
import { wireChannel, wireThreadMember } from '../wire/wire-channel.ts';
import { assertForm } from './assert-message.ts';
import { noContent, objectBody, ok, param, type RestRoute } from './rest-route.ts';

/** Changing, joining and listing threads. @see https://docs.discord.com/developers/topics/threads */
export const threadChanges: RestRoute[] = [
  {
    method: 'PATCH',
    path: '/channels/:channel',
    handle(discord, request) {
      const { state } = discord;
      const channel = findChannel(discord, param(request, 'channel'));
      const body = objectBody(request);
      const granted = permissionsIn(state, channel);
      if (channel.kind !== 'thread') {
        if (!may(granted, 'MANAGE_CHANNELS')) throw refusal(50_013);
        const renamed = { ...channel, name: typeof body.name === 'string' ? body.name : channel.name };
        state.channels.put(channel.id, renamed);
        discord.base.changed('discord', { kind: 'channel', channel: channel.id });
        discord.gateway.dispatch('CHANNEL_UPDATE', channel.id, wireChannel(state, renamed));
        return ok(wireChannel(state, renamed));
      }
      assertForm(schemaFaults(UpdateThreadRequestPartialSchema, body));
      const thread = state.threads.get(channel.id);
      const isModerator = may(granted, 'MANAGE_THREADS');
      const isOwner = thread?.owner === state.bot().id;
      if (!isModerator && (!isOwner || body.locked !== undefined)) throw refusal(50_013);
      if (channel.isArchived && body.archived !== false) throw refusal(50_083);
      if (thread !== undefined) {
        state.threads.put(channel.id, {
          ...thread,
          locked: typeof body.locked === 'boolean' ? body.locked : thread.locked,
          autoArchiveMinutes: Number(body.auto_archive_duration ?? thread.autoArchiveMinutes),
          appliedTags: Array.isArray(body.applied_tags) ? body.applied_tags.map(String) : thread.appliedTags,
        });
      }
      const named = { ...channel, name: typeof body.name === 'string' ? body.name : channel.name };
      const isArchived = typeof body.archived === 'boolean' ? body.archived : channel.isArchived;
      const changed =
        isArchived === channel.isArchived
          ? putThread(discord, named)
          : setArchived(discord, named, isArchived);
      return ok(wireChannel(state, changed));
    },
  },
  {
    method: 'PUT',
    path: '/channels/:channel/thread-members/@me',
    handle(discord, request) {
      const channel = findChannel(discord, param(request, 'channel'));
      if (channel.isArchived) throw refusal(50_083);
      setMembership(discord, channel, true);
      return noContent;
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/thread-members/@me',
    handle(discord, request) {
      const channel = findChannel(discord, param(request, 'channel'));
      if (channel.isArchived) throw refusal(50_083);
      setMembership(discord, channel, false);
      return noContent;
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/threads/active',
    handle(discord) {
      return ok(threadList(discord, (thread) => !thread.isArchived));
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/threads/archived/public',
    handle(discord, request) {
      const channel = findChannel(discord, param(request, 'channel'), 'READ_MESSAGE_HISTORY');
      return ok(threadList(discord, (thread) => thread.isArchived && thread.parent === channel.id));
    },
  },
];

function setMembership({ state }: Discord, channel: Channel, isMember: boolean): void {
  const thread = state.threads.get(channel.id);
  if (channel.kind !== 'thread' || thread === undefined) throw refusal(50_024);
  const others = thread.members.filter((id) => id !== state.bot().id);
  state.threads.put(channel.id, { ...thread, members: isMember ? [...others, state.bot().id] : others });
}

function threadList(discord: Discord, fits: (thread: Channel) => boolean): Json {
  const { state } = discord;
  const bot = state.bot().id;
  const threads = state.channels
    .all()
    .filter(
      (channel) =>
        channel.kind === 'thread' && fits(channel) && may(permissionsIn(state, channel), 'VIEW_CHANNEL'),
    );
  const joined = threads.filter((thread) => state.threads.get(thread.id)?.members.includes(bot));
  return {
    threads: threads.map((thread) => wireChannel(state, thread)),
    members: joined.map((thread) => wireThreadMember(thread.id, bot)),
    has_more: false,
  };
}
