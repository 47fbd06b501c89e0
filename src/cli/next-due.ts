import type { ChannelSettings } from '../config/settings.ts';
import { createCalendar } from '../delivery/calendar.ts';

/** When a channel's schedule is due next (epoch ms); null where it never is. */
export function nextDue({ schedule, timezone }: ChannelSettings, now: number): number | null {
  return createCalendar(schedule, timezone).next(now)?.dueAt ?? null;
}
