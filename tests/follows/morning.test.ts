import { expect, test } from 'vitest';
import { morningOf } from '../../src/follows/morning.ts';

const at = (time: string) => Date.parse(time);

test.each([
  ['2026-07-03T08:59:59+09:00', 'Asia/Seoul', null],
  ['2026-07-03T09:00:00+09:00', 'Asia/Seoul', '2026-07-03T09:00:00+09:00'],
  ['2026-07-03T20:59:31+09:00', 'Asia/Seoul', '2026-07-03T09:00:00+09:00'],
  ['2026-07-03T21:00:00+09:00', 'Asia/Seoul', null],
  ['2026-07-03T03:00:00+09:00', 'Asia/Seoul', null],
  // The same instant is another time of day elsewhere.
  ['2026-07-03T22:00:00+09:00', 'America/New_York', '2026-07-03T09:00:00-04:00'],
  // On the day the clocks change, nine is still nine.
  ['2026-03-08T12:00:00-04:00', 'America/New_York', '2026-03-08T09:00:00-04:00'],
  ['2026-07-03T12:00:00+05:30', 'Asia/Kolkata', '2026-07-03T09:00:00+05:30'],
])('%s in %s', (now, zone, morning) => {
  expect(morningOf(at(now), zone)).toBe(morning === null ? null : at(morning));
});
