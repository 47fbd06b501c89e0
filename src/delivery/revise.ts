import type { Logger } from 'pino';
import type { Message } from '../message/message.ts';
import { splitMessage } from '../message/split-message.ts';
import { backOff } from './back-off.ts';
import { DeliveryError } from './delivery-error.ts';
import type { DeliveryTiming } from './delivery-options.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { Platform } from './platform.ts';

/** Edits looked at in one turn. */
const atOnce = 10;

/**
 * Notes that the messages of a chain are to show this instead. Where it was several messages, the first shows it and
 * the others its last part: nothing of what stood there before stays readable.
 */
export async function wantRevisions(
  store: DeliveryStore,
  platform: Platform,
  chain: string,
  message: Message,
  now: number,
): Promise<void> {
  const parts = splitMessage(message, platform.renderer.fits);
  for (const [index, id] of (await store.idsOf(chain)).entries()) {
    const part = parts[index] ?? parts.at(-1) ?? message;
    await store.wantRevision(
      id,
      platform.renderer.render(part, { id, silent: true, mentionRole: null }),
      now,
    );
  }
}

/**
 * Fulfils the wishes that can be fulfilled now, one after the other. An edit may be made twice after a crash: it says
 * the same both times, and notifies nobody.
 */
export async function reviseMessages(options: {
  store: DeliveryStore;
  platform: Platform;
  clock: () => number;
  timing: DeliveryTiming;
  log: Logger;
}): Promise<void> {
  const { store, platform, clock, timing, log } = options;
  const wishes = await store.openRevisions(platform.name, platform.workspace, clock(), atOnce);
  for (const wish of wishes) {
    const attempts = wish.attempts + 1;
    try {
      const payload = await platform.prepare(wish.payload, wish.channel);
      await platform.edit({ channel: wish.channel, thread: wish.thread }, wish.messageId, payload);
      await store.settleRevision(wish, { isDone: true, attempts, nextAt: clock(), advice: '' });
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      // A message that a person deleted shows nothing any more, and one that is refused never will.
      const isGone = error.code === 'not-found' && !error.isOfChannel;
      const isDone = isGone || error.code === 'rejected';
      const wait =
        error.retryAfterMs ?? backOff(attempts, { firstMs: timing.backOffMs, maxMs: timing.maxBackOffMs });
      await store.settleRevision(wish, { isDone, attempts, nextAt: clock() + wait, advice: error.message });
      log.warn(
        { delivery: wish.delivery, code: error.code, advice: error.message },
        'A message could not be changed.',
      );
      if (error.code === 'rate-limited') return;
    }
  }
}
