const minuteMs = 60_000;
/** Direct messages go out from nine in the morning until nine in the evening. */
const fromMinute = 9 * 60;
const untilMinute = 21 * 60;

/**
 * Nine o'clock of the day it is in a zone, while direct messages may be sent; null in the evening, at night and early.
 * What is found later in the day waits for the next one.
 * @param now epoch ms
 * @param zone IANA name
 */
export function morningOf(now: number, zone: string): number | null {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const minute = part('hour') * 60 + part('minute');
  if (minute < fromMinute || minute >= untilMinute) return null;
  return Math.floor(now / minuteMs) * minuteMs - (minute - fromMinute) * minuteMs;
}
