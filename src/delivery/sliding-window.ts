import { putOffUntil } from './put-off.ts';

/** So many requests within so many ms. */
export interface Limit {
  count: number;
  ms: number;
}

/**
 * Counts requests against one limit, whatever the moment the window begins. The platform counts a request at some
 * moment between its sending and its answer; so one fills the window from when it is taken until `ms` after its
 * answer, and what arrives in a bunch, because a machine or a network was busy, is never too much.
 */
export interface SlidingWindow {
  /** The first instant at or after `now` at which one more may be sent; Infinity where only an answer makes room. */
  freeAt(now: number): number;
  /** Counts one that is about to be sent; what it returns is called when its answer is here. */
  take(now: number): (answeredAt: number) => void;
  /** Nothing before this instant. */
  closeUntil(instant: number): void;
  /** Nothing counts any more. */
  isEmpty(now: number): boolean;
}

interface Taken {
  leavesAt: number;
}

export function createSlidingWindow({ count, ms }: Limit): SlidingWindow {
  let taken: Taken[] = [];
  let closedUntil = 0;

  function forget(now: number): void {
    // A clock that was put back must not close the window for as long as it was wrong.
    taken = taken.filter(({ leavesAt }) => leavesAt > now && (leavesAt === Infinity || leavesAt <= now + ms));
    closedUntil = putOffUntil(closedUntil, now);
  }

  return {
    freeAt(now) {
      forget(now);
      const leaving = taken.map(({ leavesAt }) => leavesAt).sort((a, b) => a - b);
      const over = taken.length - count;
      return Math.max(now, over < 0 ? now : (leaving[over] ?? now), closedUntil);
    },
    take() {
      const own: Taken = { leavesAt: Infinity };
      taken.push(own);
      return (answeredAt) => {
        if (own.leavesAt === Infinity) own.leavesAt = answeredAt + ms;
      };
    },
    closeUntil(instant) {
      closedUntil = Math.max(closedUntil, instant);
    },
    isEmpty(now) {
      forget(now);
      return taken.length === 0 && closedUntil <= now;
    },
  };
}
