import { REST } from '@discordjs/rest';
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import {
  type APIApplication,
  type APIInteraction,
  type APIUser,
  GatewayDispatchEvents,
  type GatewayMessageReactionAddDispatchData,
  Routes,
} from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Answerer } from '../answers/answerer.ts';
import type { Platform } from '../delivery/platform.ts';
import { discordError } from './discord-errors.ts';
import { createDiscordPlatform } from './discord-platform.ts';
import { hearDiscord } from './hear-discord.ts';
import { type Remembered, registerCommands } from './register-commands.ts';

export interface DiscordOptions {
  token: string;
  /** Ends in `/api`, no version. */
  apiUrl: string;
  logger: Logger;
  clock: () => number;
  /** One request may take this long; shorter than a delivery's lease. */
  requestTimeoutMs: number;
  /** A lost connection that was not resumed by then is given up, and built anew. */
  resumeWithinMs: number;
  /** Waits between IDENTIFYs; the library's own (5 s) where null. */
  identifyWaitMs: number | null;
  remembered: Remembered;
}

/** Our side of one Discord application. */
export interface DiscordSide {
  platform: Platform;
  application: string;
  rest: REST;
  /**
   * Connects to the gateway and answers from then on.
   * @param onReconnect runs after every gap in which events may have been lost
   * @param onDead runs once when the gateway will not come back by itself, with a sentence; the connection is closed then
   */
  listen(heard: DiscordListener): Promise<void>;
  isListening(): boolean;
  /** Leaves the gateway; the platform goes on working. */
  leave(): Promise<void>;
}

export interface DiscordListener {
  answerer: Answerer;
  isNewEvent: (id: string) => Promise<boolean>;
  onReconnect: () => void;
  onDead: (sentence: string) => void;
}

const closeAdvice: Record<number, string> = {
  4004: 'Discord closed the connection because the token is no longer valid: copy a new one from the Developer Portal → Bot → Reset Token into DISCORD_TOKEN, and restart.',
  4013: 'Discord does not know an intent the bot asks for; update Sowhat.',
  4014: 'Discord refuses an intent: open the Developer Portal → Bot → Privileged Gateway Intents; Sowhat needs none of them, so check that DISCORD_TOKEN belongs to this application.',
};

/**
 * Checks the token and gives back our side; no gateway connection yet.
 * @throws DeliveryError with a sentence for the owner when the token is refused or Discord cannot be reached
 */
export async function openDiscord(options: DiscordOptions): Promise<DiscordSide> {
  const { logger } = options;
  const restOptions = {
    api: options.apiUrl,
    version: '10',
    // The library's own retries post again after a lost answer, and its waits hide a 429 for up to an hour.
    retries: 0,
    timeout: options.requestTimeoutMs,
    rejectOnRateLimit: () => true,
    invalidRequestWarningInterval: 100,
  };
  const rest = new REST(restOptions).setToken(options.token);
  rest.on('invalidRequestWarning', (warning) => logger.warn(warning, 'many invalid requests to Discord'));
  const [application, user] = (await Promise.all([
    rest.get(Routes.currentApplication()),
    rest.get(Routes.user('@me')),
  ]).catch((error: unknown) => {
    throw discordError(error, 'this server');
  })) as [APIApplication, APIUser];

  // Answers to people have a limit of their own; waiting a moment there is better than failing.
  const answersRest = new REST({
    ...restOptions,
    rejectOnRateLimit: (data) => data.retryAfter > 10_000,
  }).setToken(options.token);

  let client: Client | null = null;
  let listening = false;

  async function listen(heard: DiscordListener): Promise<void> {
    const ears = hearDiscord({
      ...heard,
      rest: answersRest,
      application: application.id,
      botUser: user.id,
      logger,
    });
    const { identifyWaitMs } = options;
    const own = new Client({
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
      partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User],
      allowedMentions: { parse: [] },
      rest: { ...restOptions, retries: 3, rejectOnRateLimit: null },
      ...(identifyWaitMs === null
        ? {}
        : {
            ws: {
              buildIdentifyThrottler: async () => ({
                waitForIdentify: () => new Promise<void>((resolve) => setTimeout(resolve, identifyWaitMs)),
              }),
            },
          }),
    });
    client = own;
    let lostTimer: NodeJS.Timeout | null = null;
    let dead = false;

    function die(sentence: string): void {
      if (dead || client !== own) return;
      dead = true;
      listening = false;
      if (lostTimer) clearTimeout(lostTimer);
      void own.destroy().catch(() => {});
      heard.onDead(sentence);
    }

    function back(): void {
      if (lostTimer) clearTimeout(lostTimer);
      lostTimer = null;
      listening = true;
    }

    // discord.js has no time limit for a RESUME that is never answered, and says isReady() all the while.
    function lost(): void {
      listening = false;
      lostTimer ??= setTimeout(
        () => die('The Discord gateway did not come back after a lost connection; connecting anew.'),
        options.resumeWithinMs,
      );
      lostTimer.unref();
    }

    own.ws.on(GatewayDispatchEvents.InteractionCreate, (data: APIInteraction) => void ears.interaction(data));
    own.ws.on(
      GatewayDispatchEvents.MessageReactionAdd,
      (data: GatewayMessageReactionAddDispatchData) => void ears.reaction(data),
    );
    own.on(Events.ShardReconnecting, lost);
    own.on(Events.ShardResume, () => back());
    own.on(Events.ShardReady, () => {
      const isAgain = own.isReady();
      back();
      if (isAgain) heard.onReconnect();
    });
    own.on(Events.ShardDisconnect, (event) =>
      die(closeAdvice[event.code] ?? `Discord closed the gateway for good (${event.code}); connecting anew.`),
    );
    own.on(Events.ShardError, (error) => logger.warn({ err: error }, 'the Discord gateway had an error'));
    own.on(Events.Error, (error) => logger.warn({ err: error }, 'discord.js reports an error'));
    own.on(Events.Invalidated, () => die('Discord ended the session for good; connecting anew.'));

    const ready = new Promise<void>((resolve) => own.once(Events.ClientReady, () => resolve()));
    try {
      await own.login(options.token);
      await ready;
    } catch (error) {
      // After a failed login the library keeps trying in the background; this one is thrown away.
      client = null;
      await own.destroy().catch(() => {});
      throw gatewayError(error);
    }
    listening = true;
    if (await registerCommands(rest, application.id, options.remembered))
      logger.info('Discord commands registered');
  }

  return {
    platform: createDiscordPlatform({
      rest,
      token: options.token,
      application: application.id,
      botUser: user.id,
      guildOf: (channel) => {
        const known = client?.channels.cache.get(channel);
        return known !== undefined && 'guildId' in known && known.guildId !== null ? known.guildId : '@me';
      },
    }),
    application: application.id,
    rest,
    listen,
    isListening: () => listening,
    async leave() {
      listening = false;
      const own = client;
      client = null;
      await own?.destroy();
    },
  };
}

function gatewayError(error: unknown): Error {
  const text = error instanceof Error ? error.message : String(error);
  if (/disallowed intents/i.test(text)) return new Error(closeAdvice[4014], { cause: error });
  if (/not enough sessions/i.test(text)) {
    return new Error(
      `Discord allows no more connections today (${text}); leave the bot off until then, or the token will be reset.`,
      { cause: error },
    );
  }
  return discordError(error, 'this server');
}
