import { type RateLimitData, REST } from '@discordjs/rest';
import { type APIApplication, type APIUser, Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Answerer } from '../answers/answerer.ts';
import type { ChannelDesk } from '../answers/manage/channel-desk.ts';
import type { Reach } from '../answers/reach.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Platform } from '../delivery/platform.ts';
import { connectGateway, type GatewayConnection } from './connect-gateway.ts';
import { createDiscordDesk } from './discord-channel-desk.ts';
import { discordError } from './discord-errors.ts';
import { createDiscordPlatform } from './discord-platform.ts';
import { createDiscordReach } from './discord-reach.ts';
import { guildOfChannels } from './guild-of-channels.ts';
import { hearDiscord } from './hear-discord.ts';
import { createIdentifyBudget, type Remembered } from './identify-budget.ts';
import { createInteractionsRest } from './interactions-rest.ts';
import { type NamedPlaces, ownServers } from './own-servers.ts';
import { keepRegistered } from './register-commands.ts';

export interface DiscordOptions {
  token: string;
  /** Ends in `/api`, no version. */
  apiUrl: string;
  logger: Logger;
  clock: () => number;
  /** One request may take this long; shorter than a delivery's lease. */
  requestTimeoutMs: number;
  /** A connection that is not up, or up again, by then is given up. */
  resumeWithinMs: number;
  /** Least time between IDENTIFYs; Discord's 5 s where null. */
  identifyWaitMs: number | null;
  /** Where many IDENTIFYs in an hour begin to wait, and how long they wait at most. */
  identifyBackOff: { firstMs: number; mostMs: number };
  remembered: Remembered;
}

/** Our side of one Discord application. */
export interface DiscordSide {
  platform: Platform;
  reach: Reach;
  application: string;
  rest: REST;
  desk: ChannelDesk;
  /**
   * Connects to the gateway and answers from then on. Rejects with a DeliveryError where it does not get ready:
   * `auth` and `forbidden` need a person; else it may be tried again, after `retryAfterMs` where that is known.
   */
  listen(listener: DiscordListener): Promise<void>;
  isListening(): boolean;
  /** Leaves the gateway, and ends a `listen` that is still connecting (it rejects). The platform goes on working. */
  leave(): Promise<void>;
}

export interface DiscordListener {
  answerer: Answerer;
  isNewEvent: (id: string) => Promise<boolean>;
  /** What the settings say of the servers to answer in. */
  named: () => NamedPlaces;
  /** Runs after every gap in which events may have been lost. */
  onReconnect: () => void;
  /** Runs once when the gateway will not come back by itself; the connection is closed then. */
  onDead: (error: DeliveryError) => void;
}

/**
 * Checks the token and gives back our side; no gateway connection yet.
 * @throws DeliveryError with a sentence for the owner when the token is refused or Discord cannot be reached
 */
export async function openDiscord(options: DiscordOptions): Promise<DiscordSide> {
  const { logger, token, clock, requestTimeoutMs, remembered } = options;
  const restOptions = {
    api: options.apiUrl,
    version: '10',
    // The library's own retries post again after a lost answer, and its waits hide a 429 for up to an hour.
    retries: 0,
    timeout: requestTimeoutMs,
    rejectOnRateLimit: () => true,
    invalidRequestWarningInterval: 100,
  };
  const rest = new REST(restOptions).setToken(token);
  rest.on('invalidRequestWarning', (warning) => logger.warn(warning, 'many invalid requests to Discord'));
  const [application, user] = (await Promise.all([
    rest.get(Routes.currentApplication()),
    rest.get(Routes.user('@me')),
  ]).catch((error: unknown) => {
    throw discordError(error, 'this server');
  })) as [APIApplication, APIUser];

  const guildOf = await guildOfChannels(rest).catch((error: unknown) => {
    logger.warn({ err: error }, 'the servers of the channels are not known; links wait for the gateway');
    return new Map<string, string>();
  });

  // Answers to people have a limit of their own; waiting a moment there is better than failing.
  const waitingOptions = {
    ...restOptions,
    rejectOnRateLimit: (data: RateLimitData) => data.retryAfter > 10_000,
  };
  const answersRest = new REST(waitingOptions).setToken(token);
  const budget = createIdentifyBudget({
    remembered,
    application: application.id,
    clock,
    spacing: { leastMs: options.identifyWaitMs ?? 5_000, ...options.identifyBackOff },
  });

  let connection: GatewayConnection | null = null;
  /** Of what is still connecting. */
  let connecting: AbortController | null = null;
  let stopRegistering = () => {};

  /** The server of a channel, from the gateway or from the start; null where neither told. */
  function seenIn(channel: string): string | null {
    const seen = connection?.client.channels.cache.get(channel);
    const guild = seen !== undefined && 'guildId' in seen ? seen.guildId : null;
    return guild ?? guildOf.get(channel) ?? null;
  }

  async function leave(): Promise<void> {
    stopRegistering();
    connecting?.abort(new DeliveryError('network', 'The Discord gateway was left before it was connected.'));
    connecting = null;
    const own = connection;
    connection = null;
    await own?.leave();
  }

  async function listen(listener: DiscordListener): Promise<void> {
    const left = leave();
    const own = new AbortController();
    connecting = own;
    await left;
    own.signal.throwIfAborted();
    const opened = await connectGateway({
      signal: own.signal,
      token,
      rest: restOptions,
      ears: hearDiscord({
        ...listener,
        isOurs: ownServers({ rest: answersRest, token, named: listener.named, seenIn }),
        rest: answersRest,
        interactionsRest: createInteractionsRest(waitingOptions),
        application: application.id,
        botUser: user.id,
        logger,
      }),
      budget,
      logger,
      clock,
      withinMs: options.resumeWithinMs,
      onReconnect: listener.onReconnect,
      onDead: listener.onDead,
    });
    if (own.signal.aborted) {
      await opened.leave();
      throw own.signal.reason;
    }
    connecting = null;
    connection = opened;
    stopRegistering = keepRegistered({
      rest,
      token,
      application: application.id,
      remembered,
      logger,
      againMs: options.resumeWithinMs,
    });
  }

  return {
    platform: createDiscordPlatform({
      rest,
      token,
      application: application.id,
      botUser: user.id,
      clock,
      requestTimeoutMs,
      guildOf: (channel) => seenIn(channel) ?? '@me',
    }),
    reach: createDiscordReach({
      rest: answersRest,
      token,
      clock,
      onTrouble: (advice) => logger.warn({ advice }, 'a person could not be reached'),
    }),
    application: application.id,
    rest,
    desk: createDiscordDesk({ rest: answersRest, token, bot: user.id, requestTimeoutMs }),
    listen,
    isListening: () => connection?.isListening() ?? false,
    leave,
  };
}
