import type { SocketModeReceiver } from '@slack/bolt';
import type { Logger } from 'pino';
import type { DeliveryError } from '../delivery/delivery-error.ts';
import { closeSocket, runSocket, type SocketEnd } from './run-socket.ts';
import { socketError } from './slack-errors.ts';

export interface KeepSockets {
  /** A new receiver for one socket, joined to the App; it must not reconnect by itself. */
  open: () => SocketModeReceiver;
  helloWithinMs: number;
  /** The second socket opens so much later, so that Slack does not refresh both at once. */
  staggerMs: number;
  /** Wait after a failed attempt: doubles from the first to the most. */
  firstWaitMs: number;
  mostWaitMs: number;
  /** Other programs on the same ledger may hold sockets of this app, too. */
  isShared: boolean;
  /** After every gap in which events may have been lost. */
  onReconnect: () => void;
  /** Slack refuses the app token, and no socket is left. */
  onFatal: (sentence: string) => void;
  clock: () => number;
  logger: Logger;
}

export interface Sockets {
  /** Somebody hears: we, or the others that hold all ten sockets of the app. */
  isListening(): boolean;
  stop(): void;
}

/** While one is being refreshed the other one hears. Slack allows an app ten. */
const wanted = 2;
/** Where the app has all its sockets, the next look is so many times the longest wait away. */
const fullWaits = 10;
/** Once connected, a refusal may be a fault of Slack's: it is believed the third time in a row. */
const refusalsToGiveUp = 3;

/**
 * Keeps two Socket Mode connections open, each in a loop of its own: open, wait for its end, open the next.
 * Resolves when the first of them was tried.
 */
export async function keepSockets(options: KeepSockets): Promise<Sockets> {
  const { logger } = options;
  const up = new Set<SocketModeReceiver>();
  const open = new Set<SocketModeReceiver>();
  const ending = new AbortController();
  let isFull = false;
  let everUp = false;
  let missed = false;

  function cameUp(receiver: SocketModeReceiver, connections: number): void {
    up.add(receiver);
    isFull = false;
    if (everUp && missed) options.onReconnect();
    everUp = true;
    missed = false;
    if (!options.isShared && connections > wanted) logger.warn({ connections }, strangers);
  }

  async function one(onUp: () => void): Promise<SocketEnd> {
    const receiver = options.open();
    open.add(receiver);
    const end = await runSocket({
      receiver,
      helloWithinMs: options.helloWithinMs,
      onUp(connections) {
        cameUp(receiver, connections);
        onUp();
      },
    });
    open.delete(receiver);
    up.delete(receiver);
    if (end.how === 'lost' || up.size === 0) missed = true;
    return end;
  }

  async function keep(tried: () => void): Promise<void> {
    let failures = 0;
    let refusals = 0;
    while (!ending.signal.aborted) {
      let upAt: number | null = null;
      const end = await one(() => {
        upAt = options.clock();
        tried();
      });
      if (ending.signal.aborted) return;
      // One that breaks off again and again is as bad as one that never comes up.
      const held = upAt !== null && options.clock() - upAt >= options.mostWaitMs;
      failures = held || end.how === 'refresh' ? 0 : failures + 1;
      const error = end.how === 'failed' ? socketError(end.error) : null;
      refusals = error?.code === 'auth' ? refusals + 1 : 0;
      if (error) logger.error({ advice: error.message, err: error.cause }, 'no Slack socket; trying again');
      if (error && isBelieved(error, refusals)) {
        stop();
        options.onFatal(error.message);
      }
      if (end.how === 'full') {
        isFull = true;
        logger.warn('this Slack app has its ten sockets; the others hear for this program');
      }
      tried();
      await pause(Math.max(waitAfter(end, failures), error?.retryAfterMs ?? 0), ending.signal);
    }
  }

  function isBelieved(error: DeliveryError, refusals: number): boolean {
    return error.code === 'auth' && up.size === 0 && (!everUp || refusals >= refusalsToGiveUp);
  }

  function waitAfter(end: SocketEnd, failures: number): number {
    if (end.how === 'full' && up.size > 0) return options.mostWaitMs * fullWaits;
    if (failures === 0) return 0;
    const grown = Math.min(options.mostWaitMs, options.firstWaitMs * 2 ** (failures - 1));
    return grown * (0.5 + Math.random() / 2);
  }

  function stop(): void {
    ending.abort();
    for (const receiver of open) closeSocket(receiver);
  }

  await new Promise<void>((resolve) => {
    void keep(resolve);
    for (let more = 1; more < wanted; more += 1) {
      void pause(options.staggerMs * more, ending.signal).then(() => keep(() => {}));
    }
  });
  return { isListening: () => up.size > 0 || isFull, stop };
}

const strangers =
  'Slack counts more sockets for this app than this program opens: another program with the same SLACK_APP_TOKEN takes a share of the commands. Stop it, or give it a Slack app of its own. (Right after a crash Slack may still count the old sockets.)';

/** Resolves after the time, or when the signal ends. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
    signal.addEventListener('abort', done, { once: true });
  });
}
