import {
  type APIChannel,
  type APIGuildMember,
  type APIRole,
  ChannelType,
  Routes,
} from 'discord-api-types/v10';
import { memberPermissions } from './member-permissions.ts';
import { missingPermissions } from './needed-permissions.ts';

/** Kinds of channel in which the bot can post a message and open a thread on it. */
export const postableTypes: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

export interface DiscordChannel {
  name: string;
  /** Not for posting: a thread, a voice channel, a direct message. */
  type: ChannelType;
  isPostable: boolean;
  /** Names of the rights that the bot lacks there; nothing where it is not postable. */
  lacks: string[];
}

/**
 * What a channel is, and what the bot may do in it.
 * @param ask reads one route of the API
 */
export async function lookAtChannel(
  id: string,
  bot: string,
  needed: Readonly<Record<string, bigint>>,
  ask: <T>(route: `/${string}`) => Promise<T>,
): Promise<DiscordChannel> {
  const channel = await ask<APIChannel>(Routes.channel(id));
  const about = { name: channel.name ?? id, type: channel.type };
  if (!postableTypes.includes(channel.type) || !('guild_id' in channel) || channel.guild_id === undefined)
    return { ...about, isPostable: false, lacks: [] };
  const guild = channel.guild_id;
  const roles = await ask<APIRole[]>(Routes.guildRoles(guild));
  const member = await ask<APIGuildMember>(Routes.guildMember(guild, bot));
  const overwrites = ('permission_overwrites' in channel && channel.permission_overwrites) || [];
  const granted = memberPermissions({ guild, user: bot, roles, member, overwrites });
  return { ...about, isPostable: true, lacks: missingPermissions(granted, needed) };
}
