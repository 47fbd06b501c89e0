import type { Logger } from 'pino';
import type { PlatformName } from '../digest/edition.ts';
import { backOff } from './back-off.ts';
import { DeliveryError } from './delivery-error.ts';
import type { Alarms, DeliveryTiming } from './delivery-options.ts';
import type { FlaggableMessage } from './delivery-store.ts';
import type { Platform } from './platform.ts';
import { putOffUntil } from './put-off.ts';
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
  /** Something was posted or found in a channel: what was given up there is read after all. */
  worksAgain(channel: string): void;
  /**
   * One message stood there before we knew it: what people set on it meanwhile was about nothing we knew. It is read
   * once what was set by now shows.
   */
  read(message: FlaggableMessage): void;
  /** Resolves when nothing is being read. */
  stop(): Promise<void>;
}

/** After so many tries, the longest waits between them, a message or a channel is left until the channel works, or to the next sweep. */
const mostTries = 12;
/** A message that was deleted is not there however often one asks. */
const mostTriesOfMissing = 3;

/** A message to read. */
interface Entry {
  message: FlaggableMessage;
  tries: number;
  notBefore: number;
}

/** A channel, or the ledger, that could not be read. */
interface Closed {
  failures: number;
  until: number;
}

/**
 * Hands on the flags that people set. What cannot be read now is read again, whatever the reason, and the rest goes
 * on meanwhile; a channel that refuses, and a token that is refused, are asked for one message at a time.
 */
export function createFlagReader(options: {
  platform: Platform;
  /** Our messages of the last 14 days, newest first. */
  list: () => Promise<FlaggableMessage[]>;
  onFlag: (flag: FoundFlag) => Promise<void>;
  isFlag: (emoji: string) => boolean;
  /** Waits for room under the limits; false = stop. */
  turn: () => Promise<boolean>;
  /** The platform said so: no reading for so many ms. */
  rest: (ms: number) => void;
  clock: () => number;
  alarms: Alarms;
  timing: Pick<DeliveryTiming, 'backOffMs' | 'maxBackOffMs' | 'lookUpDelayMs'>;
  log: Logger;
}): FlagReader {
  const { platform, turn, clock, alarms, timing, log } = options;
  const closed = new Map<string, Closed>();
  /** Newest first; behind them what may not be read. */
  let waiting: Entry[] = [];
  /** The token is refused; null = it is not. */
  let refused: Closed | null = null;
  /** All of the last 14 days are to be listed; null = they are. */
  let listing: Closed | null = null;
  let reading: Promise<void> | null = null;
  /** Channels of messages that were given up. */
  const unread = new Set<string>();
  let isStopped = false;
  let wake = () => {};

  const again = (failures: number) =>
    clock() + backOff(failures, { firstMs: timing.backOffMs, maxMs: timing.maxBackOffMs });
  const readyAt = ({ message, notBefore }: Entry, now: number) =>
    putOffUntil(Math.max(notBefore, closed.get(message.channel)?.until ?? 0, refused?.until ?? 0), now);

  /** That nothing is left and that nothing is being read come about at once: what comes then begins anew. */
  async function readAll(): Promise<void> {
    try {
      while (!isStopped && (listing !== null || waiting.length > 0)) if (!(await readNext())) return;
    } finally {
      reading = null;
    }
  }

  /** Reads what may be read now, or waits until something may; false = no more. */
  async function readNext(): Promise<boolean> {
    const now = clock();
    if (listing !== null && listing.until <= now) {
      await listAll(listing);
      return true;
    }
    const next = waiting.find((entry) => readyAt(entry, now) <= now);
    if (next) {
      if (!(await turn())) return false;
      // A sweep may have begun anew meanwhile.
      if (waiting.includes(next)) await tryOne(next);
      return true;
    }
    const nextAt = waiting.reduce((first, entry) => Math.min(first, readyAt(entry, now)), Infinity);
    await pause(Math.min(listing?.until ?? Infinity, nextAt) - now);
    return true;
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = alarms.set(Math.max(1, ms), resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });
  }

  async function listAll(asked: Closed): Promise<void> {
    try {
      const before = new Set(waiting);
      const messages = await options.list();
      const now = clock();
      // What came since is in no list yet, and what is too new may not show yet.
      const fresh = waiting.filter(
        (entry) => !before.has(entry) || (entry.tries === 0 && entry.notBefore > now),
      );
      const isFresh = new Set(fresh.map(({ message }) => message.messageId));
      const others = messages.filter(({ messageId }) => !isFresh.has(messageId));
      waiting = [...fresh, ...others.map((message) => ({ message, tries: 0, notBefore: 0 }))];
      closed.clear();
      refused = null;
      if (listing === asked) listing = null;
    } catch (error) {
      log.warn({ err: error }, 'Which messages to read reactions of could not be read; it is tried again.');
      const failures = asked.failures + 1;
      if (listing === asked) listing = { failures, until: again(failures) };
    }
  }

  async function tryOne(entry: Entry): Promise<void> {
    const { message } = entry;
    const forget = () => {
      waiting = waiting.filter((each) => each !== entry);
    };
    try {
      await readOne(message);
      forget();
      closed.delete(message.channel);
      refused = null;
    } catch (error) {
      const code = error instanceof DeliveryError ? error.code : null;
      log.info({ code, channel: message.channel, err: error }, 'Reactions of a message could not be read.');
      if (code === 'auth') {
        const failures: number = (refused?.failures ?? 0) + 1;
        refused = { failures, until: again(failures) };
        if (failures >= mostTries) giveUp(() => true);
        return;
      }
      entry.tries += 1;
      entry.notBefore = again(entry.tries);
      if (code === 'forbidden') {
        // Behind the others of its channel, whom it must not keep unread.
        forget();
        waiting.push(entry);
        const failures = (closed.get(message.channel)?.failures ?? 0) + 1;
        closed.set(message.channel, { failures, until: again(failures) });
        if (failures >= mostTries) giveUp((each) => each.message.channel === message.channel);
        else if (entry.tries >= mostTries) giveUp((each) => each === entry);
        return;
      }
      if (error instanceof DeliveryError && code === 'rate-limited')
        options.rest(error.retryAfterMs ?? timing.backOffMs);
      if (code === 'not-found' && entry.tries >= mostTriesOfMissing) forget();
      else if (entry.tries >= mostTries) giveUp((each) => each === entry);
    }
  }

  /** These are left until their channel is known to work. */
  function giveUp(isOf: (entry: Entry) => boolean): void {
    for (const entry of waiting) if (isOf(entry)) unread.add(entry.message.channel);
    waiting = waiting.filter((entry) => !isOf(entry));
  }

  async function readOne(message: FlaggableMessage): Promise<void> {
    const { channel, thread, messageId, workspace } = message;
    const heardIn = placeKey({ platform: platform.name, channel, thread });
    for (const { emoji, byPerson } of await platform.flags({ channel, thread }, messageId, options.isFlag))
      if (byPerson && !isStopped)
        await options.onFlag({ platform: platform.name, workspace, channel: heardIn, messageId, emoji });
  }

  function start(): Promise<void> {
    wake();
    reading ??= readAll();
    return reading;
  }

  async function sweep(): Promise<void> {
    listing = { failures: 0, until: 0 };
    unread.clear();
    await start();
  }

  return {
    sweep,
    worksAgain(channel) {
      if (!unread.delete(channel)) return;
      sweep().catch((error: unknown) => log.warn({ err: error }, 'Reactions could not be read.'));
    },
    read(message) {
      waiting.unshift({ message, tries: 0, notBefore: clock() + timing.lookUpDelayMs });
      start().catch((error: unknown) => log.warn({ err: error }, 'Reactions could not be read.'));
    },
    async stop() {
      isStopped = true;
      wake();
      await reading;
    },
  };
}
