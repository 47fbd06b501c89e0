import type { Logger } from 'pino';
import type { PlatformName } from '../digest/edition.ts';
import { backOff } from './back-off.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Alarms, DeliveryTiming } from './delivery-options.ts';
import type { FlaggableMessage } from './delivery-store.ts';
import type { Platform } from './platform.ts';
import { placeKey } from './rate-limits.ts';

/** A flag found on one of our messages. */
export interface FoundFlag {
  platform: PlatformName;
  workspace: string;
  /** The channel; on Discord the thread where the message stands in one. */
  channel: string;
  messageId: string;
  emoji: string;
}

/** Reads the reactions on messages of ours, one request each, where nobody can have told us of them. */
export interface FlagReader {
  /** Nobody listened for a while: reads all of them anew. Resolves when each is read, or given up. */
  sweep(): Promise<void>;
  /** One message stood there before we knew it: what people set on it meanwhile was about nothing we knew. */
  read(message: FlaggableMessage): void;
  stop(): void;
}

/** After so many tries, the longest waits between them, a message is left to the next sweep. */
const mostTries = 12;

/**
 * Hands on the flags that people set. What cannot be read now is read again, whatever the reason; a message that is
 * gone is passed over, a channel that refuses is left out, and so is everything where the token is refused.
 */
export function createFlagReader(options: {
  platform: Platform;
  /** Our messages of the last 14 days, newest first. */
  list: () => Promise<FlaggableMessage[]>;
  onFlag: (flag: FoundFlag) => Promise<void>;
  /** Waits for room under the limits; false = stop. */
  turn: () => Promise<boolean>;
  /** The platform said so: no reading for so many ms. */
  rest: (ms: number) => void;
  alarms: Alarms;
  timing: Pick<DeliveryTiming, 'backOffMs' | 'maxBackOffMs'>;
  log: Logger;
}): FlagReader {
  const { platform, turn, alarms, timing, log } = options;
  const closed = new Set<string>();
  let waiting: { message: FlaggableMessage; tries: number }[] = [];
  let unreached: typeof waiting = [];
  let reading: Promise<void> | null = null;
  let isStopped = false;
  let wake = () => {};

  async function readAll(): Promise<void> {
    let round = 1;
    while (!isStopped) {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        if (closed.has(next.message.channel)) continue;
        if (!(await turn())) return;
        await tryOne(next);
      }
      if (unreached.length === 0) return;
      await pause(backOff(round, { firstMs: timing.backOffMs, maxMs: timing.maxBackOffMs }));
      // Woken early: what is new first.
      if (waiting.length > 0) continue;
      round += 1;
      waiting = unreached;
      unreached = [];
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
      alarms.set(ms, resolve);
    });
  }

  async function tryOne({ message, tries }: { message: FlaggableMessage; tries: number }): Promise<void> {
    try {
      await readOne(message);
    } catch (error) {
      const code = error instanceof DeliveryError ? error.code : null;
      log.info({ code, channel: message.channel, err: error }, 'Reactions of a message could not be read.');
      if (code === 'not-found') return;
      if (code === 'forbidden') {
        closed.add(message.channel);
        return;
      }
      if (code === 'auth') {
        waiting = [];
        unreached = [];
        return;
      }
      if (error instanceof DeliveryError && code === 'rate-limited')
        options.rest(error.retryAfterMs ?? timing.backOffMs);
      if (tries + 1 < mostTries) unreached.push({ message, tries: tries + 1 });
    }
  }

  async function readOne(message: FlaggableMessage): Promise<void> {
    const { channel, thread, messageId, workspace } = message;
    const heardIn = placeKey({ platform: platform.name, channel, thread });
    for (const { emoji, byPerson } of await platform.flags({ channel, thread }, messageId))
      if (byPerson)
        await options.onFlag({ platform: platform.name, workspace, channel: heardIn, messageId, emoji });
  }

  function start(): Promise<void> {
    wake();
    reading ??= readAll().finally(() => {
      reading = null;
    });
    return reading;
  }

  return {
    async sweep() {
      const messages = await options.list();
      closed.clear();
      unreached = [];
      waiting = messages.map((message) => ({ message, tries: 0 }));
      await start();
    },
    read(message) {
      waiting.unshift({ message, tries: 0 });
      start().catch((error: unknown) => log.warn({ err: error }, 'Reactions could not be read.'));
    },
    stop() {
      isStopped = true;
      wake();
    },
  };
}
