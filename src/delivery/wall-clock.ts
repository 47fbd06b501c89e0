const hour = 3_600_000;
const day = 24 * hour;

/**
 * The clock on the wall of a time zone. A wall time is written as the epoch ms at which a clock in UTC
 * shows the same date and time; it is not an instant.
 */
export interface WallClock {
  /** Wall time shown at the instant. */
  wallOf(instant: number): number;
  /**
   * When the wall clock first shows the time. One that a change of offset leaves out gives the end of the gap;
   * one that is shown twice gives its first showing.
   */
  instantOf(wall: number): number;
}

/** @param zone name of the tz database, such as Asia/Seoul; throws RangeError for an unknown one */
export function createWallClock(zone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US-u-hc-h23', {
    timeZone: zone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

  function readOffset(instant: number): number {
    const whole = Math.floor(instant / 1000) * 1000;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(whole)) part[type] = Number(value);
    const { year = 0, month = 1, day: date = 1, hour: h = 0, minute: m = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, date, h, m, second) - whole;
  }

  /** Reading an offset is slow, and no zone ever changed its offset and back within a day. */
  const offsetOfDay = new Map<number, number>();
  function dayOffset(days: number): number {
    const known = offsetOfDay.get(days);
    if (known !== undefined) return known;
    if (offsetOfDay.size > 1_000) offsetOfDay.clear();
    const offset = readOffset(days * day);
    offsetOfDay.set(days, offset);
    return offset;
  }

  function offsetAt(instant: number): number {
    const days = Math.floor(instant / day);
    const offset = dayOffset(days);
    return offset === dayOffset(days + 1) ? offset : readOffset(instant);
  }

  const wallOf = (instant: number) => instant + offsetAt(instant);

  function instantOf(wall: number): number {
    // Any offset in force around the wall time: zones lie within 14 hours of UTC, and a change may skip a day.
    const offsets = new Set([offsetAt(wall - 26 * hour), offsetAt(wall), offsetAt(wall + 26 * hour)]);
    const [only] = offsets;
    if (offsets.size === 1 && only !== undefined) return wall - only;
    const instants = [...offsets].map((offset) => wall - offset).sort((a, b) => a - b);
    const shown = instants.find((instant) => wallOf(instant) === wall);
    return shown ?? endOfGap(wall, instants);
  }

  /** The first instant at which the wall clock is past a time that it never showed. */
  function endOfGap(wall: number, around: number[]): number {
    let before = (around[0] ?? wall) - 2 * day;
    let after = (around.at(-1) ?? wall) + 2 * day;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (wallOf(middle) < wall) before = middle;
      else after = middle;
    }
    return after;
  }

  return { wallOf, instantOf };
}
