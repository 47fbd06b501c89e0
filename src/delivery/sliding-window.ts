/** So many requests within so many ms. */
export interface Limit {
  count: number;
  ms: number;
}

/** Counts requests against one limit, whatever the moment the window begins. */
export interface SlidingWindow {
  /** The first instant at or after `now` at which one more may be sent. */
  freeAt(now: number): number;
  /** Counts one that is about to be sent. */
  take(now: number): void;
  /** One that was counted at `taken` is sent only now: a slow disk, a busy machine. */
  move(taken: number, now: number): void;
  /** Nothing before this instant. */
  closeUntil(instant: number): void;
}

export function createSlidingWindow({ count, ms }: Limit): SlidingWindow {
  /** Instants of the last `count`, oldest first. */
  const taken: number[] = [];
  let closedUntil = 0;

  function insert(instant: number): void {
    const after = taken.findLastIndex((each) => each <= instant);
    taken.splice(after + 1, 0, instant);
    if (taken.length > count) taken.shift();
  }

  return {
    freeAt(now) {
      // A clock that was put back must not close the window for as long as it was wrong.
      while ((taken.at(-1) ?? 0) > now + ms) taken.pop();
      const leaving = taken.length < count ? undefined : taken[0];
      return Math.max(now, leaving === undefined ? now : leaving + ms, closedUntil);
    },
    take: insert,
    move(from, to) {
      const index = taken.indexOf(from);
      if (index !== -1) taken.splice(index, 1);
      insert(to);
    },
    closeUntil(instant) {
      closedUntil = Math.max(closedUntil, instant);
    },
  };
}
