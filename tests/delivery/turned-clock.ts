import type { Alarms } from '../../src/delivery/delivery-options.ts';

/** A clock that a test turns by hand: alarms ring in order as it passes them. */
export interface TurnedClock {
  now: () => number;
  alarms: Alarms;
  /** Lets everything run that is due within `ms`, and stands at the end of it. */
  advance(ms: number): Promise<void>;
  /** Puts the clock to an instant without ringing anything: a suspended or corrected machine. */
  jump(to: number): void;
}

export function createTurnedClock(start: number): TurnedClock {
  let now = start;
  let pending: { at: number; ring: () => void }[] = [];

  return {
    now: () => now,
    alarms: {
      set(ms, ring) {
        const alarm = { at: now + ms, ring };
        pending.push(alarm);
        return () => {
          pending = pending.filter((each) => each !== alarm);
        };
      },
    },
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = pending.reduce<{ at: number; ring: () => void } | null>(
          (first, each) => (first === null || each.at < first.at ? each : first),
          null,
        );
        if (!next || next.at > end) break;
        pending = pending.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.ring();
        await settle();
      }
      now = end;
    },
    jump(to) {
      // A clock that is put back makes no alarm ring later.
      const back = Math.min(0, to - now);
      for (const alarm of pending) alarm.at += back;
      now = to;
    },
  };
}

/** The store of these tests answers within a few turns of the event loop. */
async function settle(): Promise<void> {
  for (let round = 0; round < 10; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
