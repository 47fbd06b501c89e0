import type { REST } from '@discordjs/rest';
import { type APIChannel, type APIGuild, Routes } from 'discord-api-types/v10';

/** More servers than this are left to what the gateway tells. */
const serversAtMost = 20;

/**
 * The server of each channel the bot can see, for links to messages: a program that stands by has no gateway
 * connection that would tell. Rejects where Discord does not answer.
 */
export async function guildOfChannels(rest: REST): Promise<Map<string, string>> {
  const guildOf = new Map<string, string>();
  const guilds = (await rest.get(Routes.userGuilds())) as Pick<APIGuild, 'id'>[];
  for (const guild of guilds.slice(0, serversAtMost)) {
    for (const { id } of (await rest.get(Routes.guildChannels(guild.id))) as APIChannel[])
      guildOf.set(id, guild.id);
  }
  return guildOf;
}
