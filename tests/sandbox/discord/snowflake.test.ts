import { expect, test } from 'vitest';
import { compareSnowflakes, createSnowflakes, snowflakeAt } from '../../../src/sandbox/discord/snowflake.ts';

test('ids tell their time and grow also when the clock stands still or goes back', () => {
  let now = Date.UTC(2026, 1, 23, 8, 30);
  const snowflakes = createSnowflakes(() => now, '0');
  const first = snowflakes.next();
  expect(snowflakeAt(first)).toBe(now);
  const second = snowflakes.next();
  now -= 60_000;
  const third = snowflakes.next();
  expect([third, first, second].sort(compareSnowflakes)).toEqual([first, second, third]);
  expect(createSnowflakes(() => now, third).next() > third).toBe(true);
});

test('ids of different length are ordered by number', () => {
  expect(['1000', '999', '99'].sort(compareSnowflakes)).toEqual(['99', '999', '1000']);
});
