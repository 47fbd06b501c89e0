import type { PlatformName } from '../digest/edition.ts';
import type { Limit } from './sliding-window.ts';

/** What a platform allows, a little less than it says: requests do not arrive as evenly as they are sent. */
export interface RateLimits {
  /** Messages per channel, or per thread where a thread is a channel of its own. */
  channel: Limit;
  /** Messages, and threads made, of the whole workspace or bot. */
  workspace: Limit;
  /** Readings of history and reactions. */
  reads: Limit;
  /** Whether a thread counts as a channel of its own, and takes a request to make. */
  threadIsChannel: boolean;
  /** Requests under way at once. */
  atOnce: number;
}

export const rateLimits: Record<PlatformName, RateLimits> = {
  /**
   * One message per second and channel, “several hundred messages per minute” per workspace; history is tier 3.
   * @see https://docs.slack.dev/apis/web-api/rate-limits/
   */
  slack: {
    channel: { count: 1, ms: 1_030 },
    workspace: { count: 300, ms: 61_000 },
    reads: { count: 45, ms: 60_000 },
    threadIsChannel: false,
    atOnce: 20,
  },
  /**
   * 50 requests per second for a bot, 5 messages per 5 seconds and channel.
   * @see https://docs.discord.com/developers/topics/rate-limits
   */
  discord: {
    channel: { count: 5, ms: 5_150 },
    // 12 in a quarter of a second are 48 in any second; a burst that a busy machine holds up would meet the next one.
    workspace: { count: 12, ms: 252 },
    reads: { count: 10, ms: 1_000 },
    threadIsChannel: true,
    atOnce: 20,
  },
};

/** What a place's limit is counted by: the channel, or the thread where that is a channel of its own. */
export function placeKey(place: { platform: PlatformName; channel: string; thread: string | null }): string {
  return (rateLimits[place.platform].threadIsChannel ? place.thread : null) ?? place.channel;
}
