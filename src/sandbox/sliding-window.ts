/** At most `limit` events in any `perMs`: the shape in which both platforms document their limits. */
export interface SlidingWindow {
  /** 0 when an event at `now` is allowed (and then counted), else how many milliseconds to wait. */
  take(now: number): number;
  /** How many more are allowed at `now`. */
  remaining(now: number): number;
}

export function createSlidingWindow(limit: number, perMs: number): SlidingWindow {
  const taken: number[] = [];
  function forget(now: number): void {
    while (taken[0] !== undefined && taken[0] <= now - perMs) taken.shift();
  }
  return {
    take(now) {
      forget(now);
      const oldest = taken[0];
      if (taken.length >= limit && oldest !== undefined) return oldest + perMs - now;
      taken.push(now);
      return 0;
    },
    remaining(now) {
      forget(now);
      return limit - taken.length;
    },
  };
}
