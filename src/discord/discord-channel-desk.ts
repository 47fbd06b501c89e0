import type { REST } from '@discordjs/rest';
import { ChannelType } from 'discord-api-types/v10';
import type { ChannelDesk, ChannelFacts } from '../answers/manage/channel-desk.ts';
import { discordError } from './discord-errors.ts';
import { lookAtChannel } from './look-at-channel.ts';
import { editionPermissions } from './needed-permissions.ts';

const kinds: Partial<Record<ChannelType, ChannelFacts['kind']>> = {
  [ChannelType.DM]: 'direct',
  [ChannelType.GroupDM]: 'direct',
  [ChannelType.AnnouncementThread]: 'thread',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
};

/** Asks Discord about channels. Who made one gives no say there: rights do. */
export function createDiscordDesk(options: {
  rest: REST;
  /** The client of discord.js forgets the token after any 401. */
  token: string;
  bot: string;
  requestTimeoutMs: number;
}): ChannelDesk {
  const { rest, token, bot, requestTimeoutMs } = options;

  return {
    async facts({ channel }): Promise<ChannelFacts | null> {
      const ask = <T>(route: `/${string}`) =>
        rest.setToken(token).get(route, { signal: AbortSignal.timeout(requestTimeoutMs) }) as Promise<T>;
      try {
        const { name, type, isPostable, lacks } = await lookAtChannel(channel, bot, editionPermissions, ask);
        const kind = isPostable ? 'channel' : (kinds[type] ?? 'other');
        return { name, kind, creator: null, access: 'in', lacks };
      } catch (thrown) {
        const error = discordError(thrown, channel);
        if (error.code !== 'forbidden' && error.code !== 'not-found') throw error;
        return { name: channel, kind: 'channel', creator: null, access: 'in', lacks: ['View Channel'] };
      }
    },

    join: async () => 'refused',
    // Every interaction brings the rights of that moment.
    mayManage: async (_spot, speaker) => speaker.mayManage,
  };
}
