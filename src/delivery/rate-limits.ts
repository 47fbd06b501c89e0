import type { PlatformName } from '../digest/edition.ts';
import type { Limit } from './sliding-window.ts';

/** What a platform allows, and how much of it is used at once. */
export interface RateLimits {
  /** Messages per channel, or per thread where a thread is a channel of its own. */
  channel: Limit;
  /** Messages, and threads made, of the whole workspace or bot. */
  workspace: Limit;
  /** Of those, so many begin together: a longer line would only wait, and what is more urgent behind it. */
  helping: Limit;
  /** Readings of history. */
  reads: Limit;
  /** Readings of reactions: so many that they keep nothing waiting. */
  flags: Limit;
  /**
   * Changes of messages; `channel`: of one channel, or thread where that is a channel of its own. `refusedFor`: what a
   * refused one tells of.
   */
  edits: { workspace: Limit; channel: Limit; refusedFor: 'workspace' | 'channel' };
  /** Whether a thread counts as a channel of its own, and takes a request to make. */
  threadIsChannel: boolean;
  /** Requests under way at once. */
  atOnce: number;
}

export const rateLimits: Record<PlatformName, RateLimits> = {
  /**
   * One message per second and channel, “several hundred messages per minute” per workspace; history, reactions and
   * changes are tier 3, each method for itself.
   * @see https://docs.slack.dev/apis/web-api/rate-limits/
   */
  slack: {
    channel: { count: 1, ms: 1_005 },
    workspace: { count: 300, ms: 60_050 },
    helping: { count: 10, ms: 100 },
    reads: { count: 45, ms: 60_000 },
    flags: { count: 45, ms: 60_000 },
    edits: {
      workspace: { count: 45, ms: 60_000 },
      channel: { count: 45, ms: 60_000 },
      refusedFor: 'workspace',
    },
    threadIsChannel: false,
    atOnce: 20,
  },
  /**
   * 50 requests per second for a bot, 5 messages per 5 seconds and channel, and as many changes.
   * @see https://docs.discord.com/developers/topics/rate-limits
   */
  discord: {
    channel: { count: 5, ms: 5_005 },
    workspace: { count: 50, ms: 1_002 },
    helping: { count: 12, ms: 100 },
    reads: { count: 10, ms: 1_000 },
    flags: { count: 5, ms: 1_000 },
    edits: {
      workspace: { count: 15, ms: 1_000 },
      channel: { count: 5, ms: 5_005 },
      refusedFor: 'channel',
    },
    threadIsChannel: true,
    atOnce: 20,
  },
};

/** What a place's limit is counted by: the channel, or the thread where that is a channel of its own. */
export function placeKey(place: { platform: PlatformName; channel: string; thread: string | null }): string {
  return (rateLimits[place.platform].threadIsChannel ? place.thread : null) ?? place.channel;
}
