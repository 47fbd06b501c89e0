import type { REST } from '@discordjs/rest';
import { type APIChannel, Routes } from 'discord-api-types/v10';
import { discordCode } from './discord-errors.ts';

/** Nobody of that id there; no such server; a server that the bot is not in. */
const noMember = new Set([10007, 10004, 50001]);

/** What the settings say of the servers that the bot answers in. */
export interface NamedPlaces {
  /** Ids of the channels with editions. */
  channels: readonly string[];
  /** Ids of servers. */
  servers: readonly string[];
}

/** Where something was said; without a server it is a direct message. */
export interface SaidIn {
  server: string | undefined;
  channel: string;
  person: string;
}

/** Whether somebody may be answered there. Rejects where Discord does not tell who is a member. */
export type IsOurs = (said: SaidIn) => Promise<boolean>;

/**
 * Anybody can add a public application to a server of theirs, and the briefs are the team's: the bot answers in the
 * servers of the channels with editions, in those that the settings name, and their members in direct messages. While
 * the settings name none at all it answers everywhere, so that a first channel can be set up in the chat.
 */
export function ownServers(options: {
  rest: REST;
  /** The client of discord.js forgets the token after any 401. */
  token: string;
  named: () => NamedPlaces;
  /** The server of a channel, as far as it was seen. */
  seenIn: (channel: string) => string | null;
}): IsOurs {
  const { rest, token, named, seenIn } = options;
  const looked = new Map<string, string>();

  async function serverOf(channel: string): Promise<string | null> {
    const seen = seenIn(channel) ?? looked.get(channel);
    if (seen !== undefined) return seen;
    try {
      const found = (await rest.setToken(token).get(Routes.channel(channel))) as APIChannel;
      if (!('guild_id' in found) || !found.guild_id) return null;
      looked.set(channel, found.guild_id);
      return found.guild_id;
    } catch {
      // A channel that the bot cannot see vouches for no server.
      return null;
    }
  }

  async function isMember(server: string, person: string): Promise<boolean> {
    try {
      await rest.setToken(token).get(Routes.guildMember(server, person));
      return true;
    } catch (error) {
      if (noMember.has(discordCode(error) ?? 0)) return false;
      throw error;
    }
  }

  return async ({ server, channel, person }) => {
    const { channels, servers } = named();
    if (channels.length === 0 && servers.length === 0) return true;
    if (channels.includes(channel) || (server !== undefined && servers.includes(server))) return true;
    const found = await Promise.all(channels.map(serverOf));
    const ours = new Set([...servers, ...found.filter((each) => each !== null)]);
    if (server !== undefined) return ours.has(server);
    for (const each of ours) if (await isMember(each, person)) return true;
    return false;
  };
}
