import type { REST } from '@discordjs/rest';
import { type APIDMChannel, Routes } from 'discord-api-types/v10';
import type { Direct, Reach } from '../answers/reach.ts';
import { discordCode, discordError } from './discord-errors.ts';

/** Nobody of that id, cannot send to this person, no server in common. */
const refusals = new Set([10013, 50007, 50278]);

export interface DiscordReachOptions {
  rest: REST;
  /** The client of discord.js forgets the token after any 401; given again before each call. */
  token: string;
  onTrouble: (advice: string) => void;
}

/** What Discord says of a person. */
export function createDiscordReach({ rest, token, onTrouble }: DiscordReachOptions): Reach {
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
  };
}
