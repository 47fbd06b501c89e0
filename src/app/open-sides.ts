import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import { type DiscordSide, openDiscord } from '../discord/open-discord.ts';
import { openSlack, type SlackSide } from '../slack/open-slack.ts';
import type { Store } from '../store/open-store.ts';
import type { Timing } from './timing.ts';

export interface SidesOptions {
  store: Pick<Store, 'engine' | 'value' | 'setValue'>;
  logger: Logger;
  clock: () => number;
  timing: Timing;
}

/**
 * Opens our side of Slack. What the workspace is called is kept, so that a preview knows without asking the network.
 * @throws DeliveryError where the token is refused or Slack cannot be reached
 */
export async function openSlackSide(
  access: NonNullable<Environment['slack']>,
  { logger, clock, timing, store }: SidesOptions,
): Promise<SlackSide> {
  const side = await openSlack({
    ...access,
    logger: logger.child({ platform: 'slack' }),
    clock,
    requestTimeoutMs: timing.delivery.requestTimeoutMs,
    pingTimeoutMs: timing.slackPingMs,
    reconnectMaxMs: timing.slackReconnectMaxMs,
    deafAfterMs: timing.slackDeafAfterMs,
    staggerMs: timing.slackStaggerMs,
    isShared: store.engine !== 'sqlite',
  });
  await store.setValue('workspace:slack', side.platform.workspace);
  return side;
}

/** The same for Discord. @throws DeliveryError where the token is refused or Discord cannot be reached */
export async function openDiscordSide(
  access: NonNullable<Environment['discord']>,
  { logger, clock, timing, store }: SidesOptions,
): Promise<DiscordSide> {
  const side = await openDiscord({
    ...access,
    logger: logger.child({ platform: 'discord' }),
    clock,
    requestTimeoutMs: timing.delivery.requestTimeoutMs,
    resumeWithinMs: timing.discordResumeMs,
    identifyWaitMs: timing.discordIdentifyMs,
    identifyBackOff: { firstMs: timing.discordFirstWaitMs, mostMs: timing.discordMaxWaitMs },
    remembered: { get: (key) => store.value(key), set: (key, value) => store.setValue(key, value) },
  });
  await store.setValue('workspace:discord', side.platform.workspace);
  return side;
}
