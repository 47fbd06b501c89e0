import type { Logger } from 'pino';
import type { DiscordListener, DiscordSide } from '../discord/open-discord.ts';

export interface GatewayOptions {
  side: Pick<DiscordSide, 'listen' | 'leave'>;
  listener: Omit<DiscordListener, 'onDead'>;
  logger: Logger;
  clock: () => number;
  /** First wait before connecting anew, ms; doubles each time, up to `maxWaitMs`. */
  firstWaitMs: number;
  maxWaitMs: number;
}

export interface Gateway {
  /** Connects for the first time; rejects with a sentence where the token or its rights are refused. */
  connect(): Promise<void>;
  leave(): Promise<void>;
}

/** A connection that held this long forgives the failures before it. */
const forgivenAfterMs = 10 * 60 * 1000;

/**
 * Keeps the gateway connected. Each attempt costs one of the 1,000 IDENTIFYs a day (overrunning resets the token), so
 * the waits double: with five minutes at most there are fewer than 300 attempts a day.
 * @see https://discord.com/developers/docs/events/gateway#identifying
 */
export function superviseGateway(options: GatewayOptions): Gateway {
  const { side, logger, clock } = options;
  let wanted = false;
  let waitMs = options.firstWaitMs;
  let timer: NodeJS.Timeout | null = null;

  async function connect(): Promise<void> {
    wanted = true;
    const since = clock();
    await side.listen({
      ...options.listener,
      onDead(sentence) {
        logger.error({ advice: sentence }, 'the Discord gateway is gone');
        if (clock() - since > forgivenAfterMs) waitMs = options.firstWaitMs;
        again();
      },
    });
  }

  function again(): void {
    if (!wanted || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      if (!wanted) return;
      connect().then(
        () => options.listener.onReconnect(),
        (error: unknown) => {
          logger.error({ err: error, waitMs }, 'the Discord gateway cannot be reached; trying again');
          again();
        },
      );
    }, waitMs);
    waitMs = Math.min(options.maxWaitMs, waitMs * 2);
  }

  return {
    connect,
    async leave() {
      wanted = false;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await side.leave();
    },
  };
}
