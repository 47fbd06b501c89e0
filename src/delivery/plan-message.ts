import type { Message } from '../message/message.ts';
import type { Renderer } from '../message/renderer.ts';
import { splitMessage } from '../message/split-message.ts';
import { deliveryId } from './delivery-id.ts';
import type { NewDelivery } from './delivery-store.ts';

/** Longest name of a Discord thread: 100 characters. https://docs.discord.com/developers/resources/channel#start-thread-from-message */
const longestName = 90;

/** The deliveries of one message that is not part of an edition: as many as it takes, in order. */
export function planMessage(
  about: Omit<NewDelivery, 'id' | 'position' | 'parts' | 'threadName' | 'payload'>,
  message: Message,
  renderer: Renderer,
): NewDelivery[] {
  const pieces = splitMessage(message, renderer.fits);
  const threadName = [...message.push].slice(0, longestName).join('').trim() || 'Sowhat';
  return pieces.map((piece, position) => {
    const id = deliveryId(about.chain, position);
    return {
      ...about,
      id,
      position,
      parts: pieces.length,
      threadName,
      payload: renderer.render(piece, { id, silent: true, mentionRole: null }),
    };
  });
}
