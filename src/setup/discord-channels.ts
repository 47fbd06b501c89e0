import { type APIChannel, ChannelType, type GuildTextChannelType, Routes } from 'discord-api-types/v10';
import { postableTypes } from '../discord/look-at-channel.ts';
import type { ChannelChoice } from './channel-choice.ts';
import type { DiscordDesk } from './discord-desk.ts';

/**
 * The text and announcement channels of every server the bot is in, in the servers' own order.
 * @throws DeliveryError with a sentence for the owner
 */
export async function discordChannels(desk: Pick<DiscordDesk, 'guilds' | 'ask'>): Promise<ChannelChoice[]> {
  const found: ChannelChoice[] = [];
  for (const guild of desk.guilds) {
    const channels = await desk.ask<APIChannel[]>(guild.name, (rest) =>
      rest.get(Routes.guildChannels(guild.id)),
    );
    const postable = channels
      .filter((channel): channel is Extract<APIChannel, { type: GuildTextChannelType }> =>
        postableTypes.includes(channel.type),
      )
      .map((channel) => ({ ...channel, position: 'position' in channel ? Number(channel.position) : 0 }))
      .sort((a, b) => a.position - b.position);
    for (const { id, name, type } of postable) {
      const kind = type === ChannelType.GuildAnnouncement ? ', announcements' : '';
      found.push({ platform: 'discord', id, name: name ?? id, hint: `${guild.name}${kind}` });
    }
  }
  return found;
}
