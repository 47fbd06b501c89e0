import { createWallClock } from '../../src/delivery/wall-clock.ts';

const day = 86_400_000;

/** One zone of the tz database for each distinct history of offsets in a year, and when its offset changes. */
export interface OffsetHistory {
  zone: string;
  /** UTC midnights before each change. */
  changes: number[];
}

export function offsetHistories(year: number): OffsetHistory[] {
  const distinct = new Map<string, OffsetHistory>();
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const { wallOf } = createWallClock(zone);
    const offsets: number[] = [];
    for (let at = Date.UTC(year, 0, 1); at <= Date.UTC(year + 1, 0, 1); at += day)
      offsets.push(wallOf(at) - at);
    const changes = offsets.flatMap((offset, index) =>
      index > 0 && offset !== offsets[index - 1] ? [Date.UTC(year, 0, index)] : [],
    );
    const signature = JSON.stringify([offsets[0], changes.map((at) => [at, wallOf(at + 2 * day) - at])]);
    if (!distinct.has(signature)) distinct.set(signature, { zone, changes });
  }
  return [...distinct.values()];
}
