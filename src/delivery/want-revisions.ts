import type { Message } from '../message/message.ts';
import { splitMessage } from '../message/split-message.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { Platform } from './platform.ts';

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
