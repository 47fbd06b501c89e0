import { REST } from '@discordjs/rest';
import { type APIApplication, type APIGuild, type APIUser, Routes } from 'discord-api-types/v10';
import { discordError } from '../discord/discord-errors.ts';

/** Where Discord is, and how long it may take to answer. */
export interface DiscordAddress {
  /** Ends in `/api`, no version. */
  apiUrl: string;
  /** One request, ms. */
  timeoutMs: number;
}

/** An application as its bot token shows it. */
export interface DiscordDesk {
  application: APIApplication;
  bot: APIUser;
  /** Servers the bot was invited to; the first 200. */
  guilds: readonly Pick<APIGuild, 'id' | 'name'>[];
  /** One request, without tries of its own. @throws DeliveryError with a sentence for the owner */
  ask<T>(where: string, request: (rest: REST) => Promise<unknown>): Promise<T>;
}

/**
 * Checks a bot token and says which application it is, and where it was invited.
 * @throws DeliveryError with a sentence for the owner
 */
export async function openDiscordDesk(token: string, address: DiscordAddress): Promise<DiscordDesk> {
  const rest = new REST({
    api: address.apiUrl,
    version: '10',
    retries: 0,
    timeout: address.timeoutMs,
    rejectOnRateLimit: (limit) => limit.retryAfter > address.timeoutMs,
  });

  async function ask<T>(where: string, request: (rest: REST) => Promise<unknown>): Promise<T> {
    try {
      // The client forgets the token after any 401.
      rest.setToken(token);
      return (await request(rest)) as T;
    } catch (error) {
      throw discordError(error, where);
    }
  }

  const application = await ask<APIApplication>('this server', (r) => r.get(Routes.currentApplication()));
  const bot = await ask<APIUser>('this server', (r) => r.get(Routes.user('@me')));
  const guilds = await ask<APIGuild[]>('this server', (r) => r.get(Routes.userGuilds()));
  return { application, bot, guilds, ask };
}
