import type { Slot } from '../digest/edition.ts';
import type { Calendar } from './calendar.ts';
import { createWallClock } from './wall-clock.ts';

/**
 * The slot that somebody asks for: the one last due at `at` (null where the schedule has none), or one of its
 * own, named by its local time to the second so that each is another.
 */
export function slotAsked(
  calendar: Calendar,
  as: 'due' | 'manual' | 'start',
  at: number,
  zone: string,
): Slot | null {
  if (as === 'due') return calendar.last(at, 1)[0] ?? null;
  const wall = new Date(createWallClock(zone).wallOf(at)).toISOString();
  const time = wall.slice(11, 19).replaceAll(':', '');
  return { date: wall.slice(0, 10), time: `${as}-${time}`, dueAt: at };
}
