import type { StoredMessage, World } from '../../../world.ts';

/** The top-level messages of a channel that `reader` may see, oldest first. */
export function channelMessages(world: World, channel: string, reader: string): StoredMessage[] {
  return world.messages.filter(
    (message) =>
      message.channel === channel &&
      isVisible(message, reader) &&
      (message.thread === null ||
        message.thread === message.id ||
        message.payload.subtype === 'thread_broadcast'),
  );
}

/** Discord's first entry of a thread, which only points at the message it hangs under. */
const THREAD_STARTER = 21;

/** The replies in a thread, without the message it hangs under: on Discord a thread is a channel of its own. */
export function threadMessages(
  world: World,
  channel: string,
  thread: string,
  reader: string,
): StoredMessage[] {
  return world.messages.filter((message) => {
    if (!isVisible(message, reader)) return false;
    if (world.platform === 'discord')
      return message.channel === thread && message.payload.type !== THREAD_STARTER;
    return message.channel === channel && message.thread === thread && message.id !== thread;
  });
}

/** The message a thread hangs under; null when it is gone (or a forum post, which has none). */
export function threadParent(world: World, channel: string, thread: string): StoredMessage | null {
  return world.messages.find((message) => message.channel === channel && message.id === thread) ?? null;
}

function isVisible(message: StoredMessage, reader: string): boolean {
  return message.privateTo === null || message.privateTo === reader;
}
