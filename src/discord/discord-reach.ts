import type { REST } from '@discordjs/rest';
import {
  type APIChannel,
  type APIDMChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  PermissionFlagsBits,
  Routes,
} from 'discord-api-types/v10';
import type { Direct, Reach } from '../answers/reach.ts';
import { discordCode, discordError } from './discord-errors.ts';
import { postableTypes } from './look-at-channel.ts';
import { memberPermissions } from './member-permissions.ts';

/** Nobody of that id, cannot send to this person, no server in common. */
const refusals = new Set([10013, 50007, 50278]);
const unknownMember = 10007;
const mayPost = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;

export interface DiscordReachOptions {
  rest: REST;
  /** The client of discord.js forgets the token after any 401; given again before each call. */
  token: string;
  clock: () => number;
  onTrouble: (advice: string) => void;
}

interface Room {
  id: string;
  name: string;
  guild: string;
  overwrites: readonly APIOverwrite[];
}

/** As Discord's own switch “Private Channel” has it: hidden from the role that everyone has, which bears the server's id. */
function isPrivate({ guild, overwrites }: Room): boolean {
  const denied = BigInt(overwrites.find(({ id }) => id === guild)?.deny ?? 0);
  return (denied & PermissionFlagsBits.ViewChannel) !== 0n;
}

/** What Discord says of a person. */
export function createDiscordReach({ rest, token, clock, onTrouble }: DiscordReachOptions): Reach {
  const get = async <T>(route: `/${string}`) => (await rest.setToken(token).get(route)) as T;

  /** Null for what is no channel to post in, or cannot be seen. */
  async function room(id: string): Promise<Room | null> {
    try {
      const channel = await get<APIChannel>(Routes.channel(id));
      if (!postableTypes.includes(channel.type) || !('guild_id' in channel) || !channel.guild_id) return null;
      const overwrites = ('permission_overwrites' in channel && channel.permission_overwrites) || [];
      return { id, name: channel.name ?? id, guild: channel.guild_id, overwrites };
    } catch (error) {
      onTrouble(discordError(error, id).message);
      return null;
    }
  }

  /** What the person may do in the rooms of one server; nothing for who is not in it, or may not speak for a while. */
  async function rightsIn(guild: string, person: string): Promise<(room: Room) => bigint> {
    try {
      const member = await get<APIGuildMember>(Routes.guildMember(guild, person));
      const until = Date.parse(member.communication_disabled_until ?? '');
      if (until > clock()) return () => 0n;
      const { roles, owner_id: owner } = await get<APIGuild>(Routes.guild(guild));
      if (owner === person) return () => ~0n;
      return ({ overwrites }) => memberPermissions({ guild, user: person, roles, member, overwrites });
    } catch (error) {
      if (discordCode(error) !== unknownMember) onTrouble(discordError(error, guild).message);
      return () => 0n;
    }
  }

  async function roomsWith(
    wanted: bigint,
    person: string,
    channels: readonly string[],
  ): Promise<{ id: string; name: string }[]> {
    const rooms = (await Promise.all(channels.map(room))).filter((each) => each !== null);
    const found: { id: string; name: string }[] = [];
    for (const guild of new Set(rooms.map((each) => each.guild))) {
      const rights = await rightsIn(guild, person);
      for (const each of rooms)
        if (each.guild === guild && (rights(each) & wanted) === wanted)
          found.push({ id: each.id, name: each.name });
    }
    return found;
  }

  return {
    async openDirect(person): Promise<Direct> {
      try {
        const body = { recipient_id: person };
        const channel = (await rest.setToken(token).post(Routes.userChannels(), { body })) as APIDMChannel;
        return { channel: channel.id };
      } catch (error) {
        if (refusals.has(discordCode(error) ?? 0)) return { problem: 'refused' };
        onTrouble(discordError(error, 'a direct message').message);
        return { problem: 'unreachable' };
      }
    },

    postable: (person, channels) => roomsWith(mayPost, person, channels),
    async visible(person, channels) {
      const seen =
        person === null
          ? (await Promise.all(channels.map(room))).filter((each) => each !== null && !isPrivate(each))
          : await roomsWith(PermissionFlagsBits.ViewChannel, person, channels);
      return seen.flatMap((each) => each?.id ?? []);
    },
  };
}
