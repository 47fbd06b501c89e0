import type { Channel } from '../../world.ts';
import type { Discord } from '../discord.ts';
import { wireChannel } from '../wire/wire-channel.ts';

export interface ThreadDraft {
  /** The message it hangs on has the same id; a new id otherwise. */
  id: string;
  parent: string;
  name: string;
  owner: string;
  autoArchiveMinutes: number;
  appliedTags: string[];
}

/** Opens a thread with its owner as a member, and tells the gateway. */
export function openThread(discord: Discord, draft: ThreadDraft): Channel {
  const { state, base, gateway } = discord;
  const channel: Channel = {
    id: draft.id,
    name: draft.name,
    kind: 'thread',
    parent: draft.parent,
    botIsMember: true,
    isArchived: false,
    denied: [],
    createdBy: draft.owner,
  };
  state.channels.put(channel.id, channel);
  state.threads.put(channel.id, {
    owner: draft.owner,
    locked: false,
    autoArchiveMinutes: draft.autoArchiveMinutes,
    archivedAt: base.clock(),
    members: [draft.owner],
    appliedTags: draft.appliedTags,
  });
  base.changed('discord', { kind: 'channel', channel: channel.id });
  gateway.dispatch('THREAD_CREATE', channel.id, { ...wireChannel(state, channel), newly_created: true });
  return channel;
}

/** Archives a thread, or makes it active again. */
export function setArchived(discord: Discord, channel: Channel, isArchived: boolean): Channel {
  const thread = discord.state.threads.get(channel.id);
  if (thread !== undefined)
    discord.state.threads.put(channel.id, { ...thread, archivedAt: discord.base.clock() });
  return putThread(discord, { ...channel, isArchived });
}

/** Stores a changed thread and tells the gateway. */
export function putThread({ state, base, gateway }: Discord, channel: Channel): Channel {
  state.channels.put(channel.id, channel);
  base.changed('discord', { kind: 'channel', channel: channel.id });
  gateway.dispatch('THREAD_UPDATE', channel.id, wireChannel(state, channel));
  return channel;
}
