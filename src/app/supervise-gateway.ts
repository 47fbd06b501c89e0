import type { Logger } from 'pino';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { DiscordListener, DiscordSide } from '../discord/open-discord.ts';

export interface GatewayOptions {
  /** Its `leave` ends a `listen` that is still connecting. */
  side: Pick<DiscordSide, 'listen' | 'leave'>;
  listener: Omit<DiscordListener, 'onDead'>;
  /** Only a person can mend it; runs at most once, with a sentence that says what to do. */
  onFatal: (sentence: string) => void;
  logger: Logger;
  clock: () => number;
  /** First wait before connecting anew, ms; doubles each time, up to `maxWaitMs`. */
  firstWaitMs: number;
  maxWaitMs: number;
  /** How long the start waits for the first connection; then it goes on in the background. */
  patienceMs: number;
}

export interface Gateway {
  /** Connects, and keeps connected. Resolves when connected for the first time, or where that takes long. */
  connect(): Promise<void>;
  leave(): Promise<void>;
}

/** A connection that held this long forgives the failures before it. */
const forgivenAfterMs = 10 * 60 * 1000;

/**
 * Keeps the gateway connected. The waits between attempts double; what an attempt costs of the 1,000 IDENTIFYs a day
 * is counted where they are sent.
 */
export function superviseGateway(options: GatewayOptions): Gateway {
  const { side, listener, logger, clock } = options;
  let wanted = false;
  /** Counts what was asked for: what an attempt of before then comes to is nobody's any more. */
  let turn = 0;
  let waitMs = options.firstWaitMs;
  /** Refusals left until it is believed: at the start the first one, later one may be a fault of Discord's. */
  let doubts = 0;
  let timer: NodeJS.Timeout | null = null;

  /** Gives true where it is connected now. */
  async function attempt(): Promise<boolean> {
    const own = turn;
    try {
      let connectedAt = clock();
      await side.listen({
        ...listener,
        onDead(error) {
          if (own !== turn) return;
          if (clock() - connectedAt > forgivenAfterMs) {
            waitMs = options.firstWaitMs;
            doubts = 1;
          }
          again(error);
        },
      });
      if (own !== turn) return false;
      connectedAt = clock();
      doubts = 1;
      return timer === null;
    } catch (error) {
      if (own === turn) again(asDelivery(error));
      return false;
    }
  }

  function again(error: DeliveryError): void {
    if (!wanted || timer !== null) return;
    const isRefusal = error.code === 'auth' || error.code === 'forbidden';
    if (isRefusal && doubts === 0) {
      wanted = false;
      options.onFatal(error.message);
      return;
    }
    if (isRefusal) doubts -= 1;
    const inMs = Math.max(waitMs, error.retryAfterMs ?? 0);
    waitMs = Math.min(options.maxWaitMs, waitMs * 2);
    logger.error({ advice: error.message, err: error.cause, inMs }, 'no Discord gateway; trying again');
    timer = setTimeout(async () => {
      timer = null;
      if (await attempt()) listener.onReconnect();
    }, inMs);
  }

  return {
    async connect() {
      wanted = true;
      turn += 1;
      doubts = 0;
      let isLate = false;
      let patience: NodeJS.Timeout | undefined;
      const tired = new Promise<void>((resolve) => {
        patience = setTimeout(() => {
          isLate = true;
          resolve();
        }, options.patienceMs);
      });
      const first = attempt().then((isUp) => {
        if (isLate && isUp) listener.onReconnect();
      });
      await Promise.race([first, tired]);
      clearTimeout(patience);
    },

    async leave() {
      wanted = false;
      turn += 1;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await side.leave();
    },
  };
}

function asDelivery(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  return new DeliveryError('network', `The Discord gateway cannot be reached (${String(error)}).`, {
    cause: error,
  });
}
