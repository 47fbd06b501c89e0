import { expect, test } from 'vitest';
import { readSince } from '../../src/answers/read-since.ts';

/** A Friday. */
const now = Date.parse('2026-07-03T09:00:00Z');

test.each([
  ['since monday', '2026-06-29'],
  ['월요일부터', '2026-06-29'],
  ['이후 월요일', '2026-06-29'],
  ['since last week', '2026-06-22'],
  ['지난주부터', '2026-06-22'],
  ['지난주 금요일부터', '2026-06-26'],
  ['이번 주 월요일부터', '2026-06-29'],
  ['since the weekend', '2026-06-27'],
  ['since 3 days ago', '2026-06-30'],
  ['since a week ago', '2026-06-26'],
  ['3일 전부터', '2026-06-30'],
  ['어제부터', '2026-07-02'],
  ['그저께 이후', '2026-07-01'],
  ['6월 15일부터', '2026-06-15'],
  ['since june 15', '2026-06-15'],
  ['since march', '2026-03-01'],
  ['SINCE 2026-06-01', '2026-06-01'],
  ['2026-06-01부터', '2026-06-01'],
  ['since 6/15', '2026-06-15'],
  ['6/5부터', '2026-06-05'],
  ['2026.06.15부터', '2026-06-15'],
  ['since aug', '2025-08-01'],
  ['어젯밤부터', '2026-07-02'],
  ['작년 12월부터', '2025-12-01'],
  ['What did I miss since monday?', '2026-06-29'],
  ['월요일 이후 놓친 거 알려줘', '2026-06-29'],
  ['지난주부터 놓친 소식', '2026-06-22'],
  // Where no time is said: a week.
  ['since', '2026-06-26'],
  ['what did i miss', '2026-06-26'],
  ['놓친 소식', '2026-06-26'],
  ['뭐 놓쳤지', '2026-06-26'],
])('%s begins on %s', (words, day) => {
  expect(readSince(words, now, 'Asia/Seoul')).toBe(day);
});

test.each([
  'since march tariffs',
  'tariffs since march',
  '월요일부터 관세',
  '관세 이후',
  'monday',
  '지난주',
  'since foo',
  '',
  '"since monday"',
])('%j is something to search for', (words) => {
  expect(readSince(words, now, 'Asia/Seoul')).toBeNull();
});

test('the day is the reader’s own', () => {
  const late = Date.parse('2026-07-03T20:00:00Z');
  expect(readSince('since yesterday', late, 'Asia/Seoul')).toBe('2026-07-03');
  expect(readSince('since yesterday', late, 'America/New_York')).toBe('2026-07-02');
});
