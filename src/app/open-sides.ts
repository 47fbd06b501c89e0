import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import { type DiscordSide, openDiscord } from '../discord/open-discord.ts';
import { openSlack, type SlackSide } from '../slack/open-slack.ts';
import type { Store } from '../store/open-store.ts';
import type { Timing } from './timing.ts';

export interface Sides {
  slack: SlackSide | null;
  discord: DiscordSide | null;
}

export interface SidesOptions {
  environment: Pick<Environment, 'slack' | 'discord'>;
  store: Pick<Store, 'engine' | 'value' | 'setValue'>;
  logger: Logger;
  clock: () => number;
  timing: Timing;
}

/**
 * Opens our side of every platform that has tokens. What a workspace is called is kept, so that a preview knows
 * without asking the network.
 */
export async function openSides(options: SidesOptions): Promise<Sides> {
  const { environment, logger, clock, timing, store } = options;
  const requestTimeoutMs = timing.delivery.requestTimeoutMs;
  const slack =
    environment.slack &&
    (await openSlack({
      ...environment.slack,
      logger: logger.child({ platform: 'slack' }),
      clock,
      requestTimeoutMs,
      pingTimeoutMs: timing.slackPingMs,
      reconnectMaxMs: timing.slackReconnectMaxMs,
      deafAfterMs: timing.slackDeafAfterMs,
      staggerMs: timing.slackStaggerMs,
      isShared: store.engine !== 'sqlite',
    }));
  const discord =
    environment.discord &&
    (await openDiscord({
      ...environment.discord,
      logger: logger.child({ platform: 'discord' }),
      clock,
      requestTimeoutMs,
      resumeWithinMs: timing.discordResumeMs,
      identifyWaitMs: timing.discordIdentifyMs,
      identifyBackOff: { firstMs: timing.discordFirstWaitMs, mostMs: timing.discordMaxWaitMs },
      remembered: { get: (key) => store.value(key), set: (key, value) => store.setValue(key, value) },
    }));
  for (const platform of [slack?.platform, discord?.platform]) {
    if (platform) await store.setValue(`workspace:${platform.name}`, platform.workspace);
  }
  return { slack, discord };
}
