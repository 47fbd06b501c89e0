import { expect, test } from 'vitest';
import { firstDay } from '../../src/digest/first-day.ts';
import { daysBetween, localDate } from '../../src/digest/local-date.ts';

const at = (text: string) => ({ ingestedAt: Date.parse(text) });
const now = Date.parse('2026-03-10T09:00:00+09:00');

test('the newest day that has briefs, in the channel’s zone', () => {
  expect(firstDay([at('2026-03-08T20:00:00Z'), at('2026-03-07T01:00:00Z')], now, 'Asia/Seoul')).toBe(
    '2026-03-09',
  );
  expect(firstDay([at('2026-03-08T20:00:00Z')], now, 'America/New_York')).toBe('2026-03-08');
});

test('a brief from the future does not count, nor one without a date', () => {
  expect(
    firstDay([at('2026-04-01T00:00:00Z'), at('2026-03-05T00:00:00Z'), { ingestedAt: null }], now, 'UTC'),
  ).toBe('2026-03-05');
});

test('no briefs, no day', () => {
  expect(firstDay([], now, 'UTC')).toBeNull();
});

test('days are counted on the calendar', () => {
  expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
  expect(daysBetween('2026-03-02', '2026-02-27')).toBe(-3);
  expect(daysBetween('soon', '2026-02-27')).toBeNull();
});

test('a local date needs no offset arithmetic', () => {
  expect(localDate(Date.parse('2026-03-09T15:00:00Z'), 'Asia/Seoul')).toBe('2026-03-10');
  expect(localDate(Date.parse('2026-03-09T15:00:00Z'), 'UTC')).toBe('2026-03-09');
});
