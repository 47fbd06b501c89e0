import { expect, test } from 'vitest';
import { dateWords, spanWords, weekdayWords } from '../../src/message/calendar-words.ts';

test.each([
  ['2026-02-23', '2026-02-23', { ko: '2월 23일', en: 'Feb 23' }],
  ['2026-02-21', '2026-02-23', { ko: '2월 21–23일', en: 'Feb 21–23' }],
  ['2026-02-27', '2026-03-02', { ko: '2월 27일–3월 2일', en: 'Feb 27–Mar 2' }],
  ['2025-12-30', '2026-01-02', { ko: '2025년 12월 30일–1월 2일', en: 'Dec 30, 2025–Jan 2' }],
  ['2025-11-03', '2025-11-05', { ko: '2025년 11월 3–5일', en: 'Nov 3–5, 2025' }],
])('the span %s to %s, read in 2026', (from, to, said) => {
  expect(spanWords({ from, to }, '2026-03-10')).toEqual(said);
});

test('a date of another year names it', () => {
  expect(dateWords('2022-07-21', '2026-03-10')).toEqual({ ko: '2022년 7월 21일', en: 'Jul 21, 2022' });
  expect(dateWords('2026-03-01', '2026-03-10')).toEqual({ ko: '3월 1일', en: 'Mar 1' });
});

test('what is no date stays as it is', () => {
  expect(dateWords('soon', '2026-03-10')).toEqual({ ko: 'soon', en: 'soon' });
  expect(dateWords('2026-13-01', '2026-03-10')).toEqual({ ko: '2026-13-01', en: '2026-13-01' });
});

test('days of the week', () => {
  expect(weekdayWords('2026-03-10')).toEqual({ ko: '화요일', en: 'Tuesday' });
});
