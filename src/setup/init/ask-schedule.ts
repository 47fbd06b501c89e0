import type { InitOptions } from './init-options.ts';

const clockTime = /^([01]?\d|2[0-3]):([0-5]\d)$/;

/** When editions come, as five-field cron, and in which zone. @throws Error where a flag is wrong */
export async function askSchedule(options: InitOptions): Promise<{ schedule: string; timezone: string }> {
  const { ask, flags } = options;
  const time = flags.time ?? (ask ? await ask.text('At what time?', '08:30', complaintOnTime) : '08:30');
  const days = flags.days ?? (await ask?.one('On which days?', dayChoices, 'weekdays')) ?? 'weekdays';
  const timezone =
    flags.timezone ??
    (ask ? await ask.text('In which time zone?', options.timezone, complaintOnZone) : options.timezone);
  const wrong = complaintOnTime(time) ?? complaintOnDays(days) ?? complaintOnZone(timezone);
  if (wrong !== undefined) throw new Error(wrong);
  const [, hour, minute] = clockTime.exec(time) ?? [];
  const weekdays = days === 'weekdays' ? '1-5' : '*';
  return { schedule: `${Number(minute)} ${Number(hour)} * * ${weekdays}`, timezone };
}

const dayChoices = [
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
