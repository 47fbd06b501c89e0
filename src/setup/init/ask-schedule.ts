import type { ChannelAnswer } from './answers.ts';
import type { InitOptions } from './init-options.ts';

const clockTime = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** When a channel gets its editions. */
type Times = Pick<ChannelAnswer, 'schedule' | 'timezone'>;

/**
 * When editions come.
 * @param kept times of channels that the settings have; the first is offered again
 * @returns the times of a channel: its own, where it has some and nothing else was said
 * @throws Error where a flag is wrong
 */
export async function askSchedule(
  { ask, flags, timezone: here }: InitOptions,
  kept: readonly Times[],
): Promise<(own: Times | undefined) => Times> {
  const offered = offer(kept[0], here);
  const time =
    flags.time ?? (ask ? await ask.text('At what time?', offered.time, complaintOnTime) : offered.time);
  const days = flags.days ?? (await ask?.one('On which days?', dayChoices, offered.days)) ?? offered.days;
  const timezone =
    flags.timezone ??
    (ask ? await ask.text('In which time zone?', offered.timezone, complaintOnZone) : offered.timezone);
  const wrong = complaintOnTime(time) ?? complaintOnDays(days) ?? complaintOnZone(timezone);
  if (wrong !== undefined) throw new Error(wrong);
  const schedule = cronOf(time, days);
  const isOtherTime = flags.time ?? flags.days ?? schedule !== cronOf(offered.time, offered.days);
  const isOtherZone = flags.timezone ?? timezone !== offered.timezone;
  return (own) => ({
    schedule: own && !isOtherTime ? own.schedule : schedule,
    timezone: own && !isOtherZone ? own.timezone : timezone,
  });
}

/** What the questions start from: what a channel has, where they could have said it. */
function offer(own: Times | undefined, here: string): { time: string; days: Days; timezone: string } {
  const [, minute, hour, weekdays] =
    /^(\d+) (\d+) \* \* (1-5|\*)$/.exec(own?.schedule ?? '30 8 * * 1-5') ?? [];
  return {
    time: hour && minute ? `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : '08:30',
    days: weekdays === '*' ? 'daily' : 'weekdays',
    timezone: own?.timezone ?? here,
  };
}

function cronOf(time: string, days: string): string {
  const [, hour, minute] = clockTime.exec(time) ?? [];
  return `${Number(minute)} ${Number(hour)} * * ${days === 'weekdays' ? '1-5' : '*'}`;
}

type Days = 'weekdays' | 'daily';

const dayChoices: { value: Days; label: string }[] = [
  { value: 'weekdays', label: 'Monday to Friday' },
  { value: 'daily', label: 'Every day' },
];

function complaintOnTime(time: string): string | undefined {
  return clockTime.test(time) ? undefined : `“${time}” is no time; write one such as 08:30.`;
}

function complaintOnDays(days: string): string | undefined {
  const isKnown = dayChoices.some(({ value }) => value === days);
  return isKnown ? undefined : `“${days}” is neither weekdays nor daily.`;
}

function complaintOnZone(zone: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return undefined;
  } catch {
    return `“${zone}” is no time zone; write one such as Asia/Seoul.`;
  }
}
