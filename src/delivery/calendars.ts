import { type Calendar, createCalendar } from './calendar.ts';
import type { ChannelPlan } from './channel-plan.ts';

/** Calendars of schedules, each made once. */
export interface Calendars {
  of(plan: ChannelPlan): Calendar;
  /** @param schedule what `scheduleKey` gives; '' for none */
  named(schedule: string): Calendar | null;
}

export function createCalendars(): Calendars {
  const known = new Map<string, Calendar>();

  function calendar(pattern: string, zone: string): Calendar {
    const key = `${pattern}|${zone}`;
    const made = known.get(key) ?? createCalendar(pattern, zone);
    known.set(key, made);
    return made;
  }

  return {
    of: ({ schedule, rules }) => calendar(schedule, rules.timezone),
    named(schedule) {
      if (schedule === '') return null;
      const [pattern = '', zone = ''] = schedule.split('|');
      return calendar(pattern, zone);
    },
  };
}

/** Pattern and zone as one text. */
export function scheduleKey(plan: ChannelPlan): string {
  return `${plan.schedule}|${plan.rules.timezone}`;
}
