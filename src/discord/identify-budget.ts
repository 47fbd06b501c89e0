/** Remembers one small value between starts. */
export interface Remembered {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
}

export interface IdentifySpacing {
  /** Least time between two, ms (max_concurrency 1: five seconds). */
  leastMs: number;
  /** First wait once an hour has seen `freeAnHour`, ms; doubles with each further one, up to `mostMs`. */
  firstMs: number;
  mostMs: number;
}

/** So many in an hour happen on a day with restarts; more is a loop. */
const freeAnHour = 5;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * How long the next IDENTIFY must wait, ms. With five minutes at most there are fewer than 500 a day, whoever
 * restarts the program how often: Discord resets the token after 1,000.
 * @param past instants of earlier ones, epoch ms, by this and by earlier programs
 * @see https://discord.com/developers/docs/events/gateway#identifying
 */
export function identifyDelay(past: readonly number[], now: number, spacing: IdentifySpacing): number {
  const recent = past.filter((at) => at > now - hourMs && at <= now);
  const last = Math.max(...recent);
  if (recent.length === 0) return 0;
  const over = recent.length - freeAnHour;
  const grown = over < 0 ? 0 : Math.min(spacing.mostMs, spacing.firstMs * 2 ** over);
  return Math.max(0, last + Math.max(spacing.leastMs, grown) - now);
}

export interface IdentifyBudget {
  /**
   * Resolves when one more IDENTIFY may be sent, and notes it. Rejects when the signal ends the wait, and where the
   * record cannot be read or written.
   */
  take(signal: AbortSignal, onWait: (ms: number) => void): Promise<void>;
}

/** Under which key the instants of a day's IDENTIFYs (epoch ms, a JSON list) are remembered. */
export function identifiesKey(application: string): string {
  return `discord-identifies:${application}`;
}

/** The record is kept between starts, so that a program that crashes at once and is started again waits, too. */
export function createIdentifyBudget(options: {
  remembered: Remembered;
  application: string;
  clock: () => number;
  spacing: IdentifySpacing;
}): IdentifyBudget {
  const { remembered, clock, spacing } = options;
  const key = identifiesKey(options.application);

  async function read(): Promise<number[]> {
    return JSON.parse((await remembered.get(key)) ?? '[]');
  }

  return {
    async take(signal, onWait) {
      let past = await read();
      for (;;) {
        signal.throwIfAborted();
        const waitMs = identifyDelay(past, clock(), spacing);
        if (waitMs === 0) break;
        onWait(waitMs);
        await pause(waitMs, signal);
        // Another program may have sent one meanwhile; nobody else's may be forgotten.
        past = await read();
      }
      const kept = [...past.filter((at) => at > clock() - dayMs), clock()];
      await remembered.set(key, JSON.stringify(kept));
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}
