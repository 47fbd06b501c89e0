import type { Channel } from '../world.ts';
import type { Discord } from './discord.ts';
import type { DiscordState } from './discord-state.ts';
import { botPermissions, may } from './permissions.ts';
import { refusal } from './refusal.ts';
import { botIsInvited } from './wire/wire-guild.ts';

/** The server's id, or null for a direct message. */
export function guildOf(state: DiscordState, channel: string): string | null {
  return state.channels.get(channel)?.kind === 'dm' ? null : state.guild().id;
}

/** What the bot may do in the channel. */
export function permissionsIn(state: DiscordState, channel: Channel): bigint {
  if (channel.kind !== 'dm' && !botIsInvited(state)) return 0n;
  const parent =
    channel.kind === 'thread' && channel.parent !== null ? state.channels.get(channel.parent) : null;
  return botPermissions(state.scopes(), channel, parent ?? null);
}

/** Whether the gateway tells the bot of what happens there. */
export function botSees(state: DiscordState, channelId: string): boolean {
  const channel = state.channels.get(channelId);
  return channel !== undefined && may(permissionsIn(state, channel), 'VIEW_CHANNEL');
}

/**
 * The channel, as the API lets the bot use it: 10003 when there is none (a channel of a server that is
 * “archived” counts as deleted), 50001 when the bot may not see it, 50013 when one of `needs` is missing.
 */
export function findChannel({ state }: Discord, id: string, ...needs: string[]): Channel {
  const channel = state.channels.get(id);
  if (channel === undefined || (channel.isArchived && channel.kind !== 'thread')) throw refusal(10_003);
  const granted = permissionsIn(state, channel);
  if (!may(granted, 'VIEW_CHANNEL')) throw refusal(50_001);
  if (needs.some((need) => !may(granted, need))) throw refusal(channel.kind === 'dm' ? 50_007 : 50_013);
  return channel;
}
