import type { Logger } from 'pino';
import type { FoundFlag } from './delivery.ts';
import { DeliveryError } from './delivery-error.ts';
import type { FlaggableMessage } from './delivery-store.ts';
import type { Platform } from './platform.ts';
import { placeKey } from './rate-limits.ts';

const passing = new Set<string>(['network', 'rate-limited', 'unknown-outcome']);
/** A message that cannot be reached so often is left to the next sweep. */
const rounds = 5;

/**
 * Reads the reactions on messages of ours, one request each, and hands on those that a person set.
 * A message that is gone is passed over; a channel that refuses is left out, and so is everything where the token is refused.
 */
export async function sweepFlags(options: {
  platform: Platform;
  /** Newest first. */
  messages: readonly FlaggableMessage[];
  onFlag: (flag: FoundFlag) => Promise<void>;
  /** Waits for room under the limits; false = stop. */
  turn: () => Promise<boolean>;
  /** Waits before those are read again that could not be reached. */
  rest: () => Promise<void>;
  log: Logger;
}): Promise<void> {
  const closed = new Set<string>();
  let left = options.messages;
  for (let round = 0; round < rounds && left.length > 0; round += 1) {
    if (round > 0) await options.rest();
    left = await sweepOnce({ ...options, messages: left }, closed);
  }
}

/** @returns those that could not be reached */
async function sweepOnce(
  { platform, messages, onFlag, turn, log }: Parameters<typeof sweepFlags>[0],
  closed: Set<string>,
): Promise<FlaggableMessage[]> {
  const unreached: FlaggableMessage[] = [];
  for (const message of messages) {
    if (closed.has(message.channel)) continue;
    if (!(await turn())) return [];
    try {
      await readOne(platform, message, onFlag);
    } catch (error) {
      const code = error instanceof DeliveryError ? error.code : null;
      log.info({ code, channel: message.channel, err: error }, 'Reactions of a message could not be read.');
      if (code === 'auth') return [];
      if (code === 'forbidden') closed.add(message.channel);
      if (code !== null && passing.has(code)) unreached.push(message);
    }
  }
  return unreached;
}

async function readOne(
  platform: Platform,
  message: FlaggableMessage,
  onFlag: (flag: FoundFlag) => Promise<void>,
): Promise<void> {
  const { channel, thread, messageId, workspace } = message;
  const flags = await platform.flags({ channel, thread }, messageId);
  const heardIn = placeKey({ platform: platform.name, channel, thread });
  for (const { emoji, byPerson } of flags)
    if (byPerson) await onFlag({ platform: platform.name, workspace, channel: heardIn, messageId, emoji });
}
