import { createSlidingWindow, type SlidingWindow } from '../sliding-window.ts';

/** Requests a minute by tier. https://docs.slack.dev/apis/web-api/rate-limits */
const tierPerMinute = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;

/** `post`: chat.postMessage's own rule, one message a second and channel, some hundred a minute and workspace. */
export type Tier = keyof typeof tierPerMinute | 'post';

/** “Short bursts are tolerated”: three messages in three seconds instead of one in each. */
const channelBurst = { limit: 3, perMs: 3_000 };
const workspacePosts = { limit: 300, perMs: 60_000 };

export interface RateLimits {
  /** Milliseconds to wait, 0 when the request is allowed (and then counted). */
  take(method: string, tier: Tier, channel: string | null, now: number): number;
}

export function createRateLimits(): RateLimits {
  const windows = new Map<string, SlidingWindow>();
  function windowOf(key: string, limit: number, perMs: number): SlidingWindow {
    let window = windows.get(key);
    if (window === undefined) {
      window = createSlidingWindow(limit, perMs);
      windows.set(key, window);
    }
    return window;
  }
  return {
    take(method, tier, channel, now) {
      if (tier !== 'post') return windowOf(method, tierPerMinute[tier], 60_000).take(now);
      const own = windowOf(`${method} ${channel}`, channelBurst.limit, channelBurst.perMs);
      const all = windowOf(method, workspacePosts.limit, workspacePosts.perMs);
      if (own.remaining(now) === 0) return own.take(now);
      const waitMs = all.take(now);
      return waitMs > 0 ? waitMs : own.take(now);
    },
  };
}
