import { Cron } from 'croner';
import type { Slot } from '../digest/edition.ts';
import { createWallClock } from './wall-clock.ts';

const minute = 60_000;
const day = 86_400_000;

/**
 * The appointments of a schedule. They are nominal: enumerated on the wall clock of the zone, then turned into
 * instants. A time inside a gap moves to the gap's end, several that meet there count once, an hour that is
 * shown twice counts once, and a date that the zone skips has none.
 */
export interface Calendar {
  /** The slots due at or before `now` and after `since`, newest first, at most `count`. */
  last(now: number, count: number, since?: number): Slot[];
  /** The first slot due after `now`; null where the pattern has none. */
  next(now: number): Slot | null;
  /** When the wall clock shows `HH:MM` on the local date. */
  instantAt(date: string, time: string): number;
}

/**
 * @param pattern five-field cron pattern
 * @param zone name of the tz database; throws for a pattern or zone that does not exist
 */
export function createCalendar(pattern: string, zone: string): Calendar {
  // croner only counts here, at offset 0 where every day is the same; it never starts a timer.
  const cron = new Cron(pattern, { utcOffset: 0, paused: true, mode: '5-part' });
  const { wallOf, instantOf } = createWallClock(zone);

  function slotOf(wall: number): Slot | null {
    const text = new Date(wall).toISOString();
    const midnight = Math.floor(wall / day) * day;
    if (instantOf(midnight) === instantOf(midnight + day)) return null;
    return { date: text.slice(0, 10), time: text.slice(11, 13) + text.slice(14, 16), dueAt: instantOf(wall) };
  }

  return {
    last(now, count, since = Number.NEGATIVE_INFINITY) {
      const slots: Slot[] = [];
      // After a step back the wall shows less than it did: what it showed before is due all the same.
      let wall = Math.floor((wallOf(now) + stepBack(wallOf, now)) / minute) * minute + minute;
      for (let batch = Math.min(count, 4); slots.length < count; batch = 20) {
        const runs = cron.previousRuns(batch, new Date(wall));
        if (runs.length === 0) break;
        for (const run of runs) {
          const slot = slotOf(run.getTime());
          wall = run.getTime();
          if (!slot || slot.dueAt > now || slot.dueAt === slots.at(-1)?.dueAt) continue;
          if (slot.dueAt <= since) return slots;
          if (slots.length < count) slots.push(slot);
        }
      }
      return slots;
    },

    next(now) {
      let wall = wallOf(now) - 1;
      let found: Slot | null = null;
      for (;;) {
        const runs = cron.nextRuns(20, new Date(wall));
        if (runs.length === 0) return found;
        for (const run of runs) {
          const slot = slotOf(run.getTime());
          if (found && slot && slot.dueAt > found.dueAt) return found;
          if (slot && slot.dueAt > now) found = slot;
          wall = run.getTime();
        }
      }
    },

    instantAt(date, time) {
      return instantOf(Date.parse(`${date}T${time}:00Z`));
    },
  };
}

/** By how much the wall clock was put back within the last day: 0 on nearly every day. */
function stepBack(wallOf: (instant: number) => number, now: number): number {
  return Math.max(0, day - (wallOf(now) - wallOf(now - day)));
}
