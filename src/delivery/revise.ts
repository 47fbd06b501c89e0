import type { Logger } from 'pino';
import type { Message } from '../message/message.ts';
import { splitMessage } from '../message/split-message.ts';
import { backOff } from './back-off.ts';
import { DeliveryError } from './delivery-error.ts';
import type { DeliveryTiming } from './delivery-options.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { Platform } from './platform.ts';
import type { Poster } from './poster.ts';

/** Changes looked at in one turn. */
const atOnce = 50;

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
 * Fulfils the wishes that can be fulfilled now and that the limits leave room for, one after the other. An edit may be
 * made twice after a crash: it says the same both times, and notifies nobody.
 */
export async function reviseMessages(options: {
  store: DeliveryStore;
  poster: Pick<Poster, 'platform' | 'takeEdit'>;
  clock: () => number;
  timing: DeliveryTiming;
  log: Logger;
  /** Asked before each; false ends the turn. */
  goesOn: () => boolean;
}): Promise<void> {
  const { store, clock, timing, log } = options;
  const { platform, takeEdit } = options.poster;
  const wishes = await store.openRevisions(platform.name, platform.workspace, clock(), atOnce);
  for (const wish of wishes) {
    if (!options.goesOn()) return;
    const place = { channel: wish.channel, thread: wish.thread };
    // One that finds no room is taken up at a later turn.
    const answered = takeEdit(place);
    if (!answered) continue;
    const attempts = wish.attempts + 1;
    try {
      const payload = await platform.prepare(wish.payload, wish.channel);
      await platform.edit(place, wish.messageId, payload);
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
    } finally {
      answered(clock());
    }
  }
}
