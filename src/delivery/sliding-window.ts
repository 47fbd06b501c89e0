/** So many requests within so many ms. */
export interface Limit {
  count: number;
  ms: number;
}

/** Counts requests against one limit, whatever the moment the window begins. */
export interface SlidingWindow {
  /** The first instant at or after `now` at which one more may be sent. */
  freeAt(now: number): number;
  /** Counts one sent now. */
  take(now: number): void;
  /** Nothing before this instant. */
  closeUntil(instant: number): void;
}

export function createSlidingWindow({ count, ms }: Limit): SlidingWindow {
  /** A ring of the last `count` instants; `oldest` is the one that leaves the window next. */
  const taken: number[] = [];
  let oldest = 0;
  let closedUntil = 0;

  return {
    freeAt(now) {
      const leaving = taken.length < count ? null : (taken[oldest] ?? 0);
      // A clock that was put back must not close the window for as long as it was wrong.
      const free = leaving === null || leaving > now ? now : leaving + ms;
      return Math.max(now, free, closedUntil);
    },
    take(now) {
      if (taken.length < count) taken.push(now);
      else {
        taken[oldest] = now;
        oldest = (oldest + 1) % count;
      }
    },
    closeUntil(instant) {
      closedUntil = Math.max(closedUntil, instant);
    },
  };
}
