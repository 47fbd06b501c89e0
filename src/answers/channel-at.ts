import type { Spot } from './hearing.ts';

/** The channel whose editions and rules count at a spot: a thread is part of its channel. */
export function channelAt({ channel, parent }: Spot): string {
  return parent ?? channel;
}
