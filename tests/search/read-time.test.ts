import { describe, expect, test } from 'vitest';
import { readTime } from '../../src/search/read-time.ts';

/** A Tuesday. */
const NOW = Date.parse('2026-06-30T12:00:00Z');

describe('time phrases', () => {
  test.each([
    ['tariff last week', '2026-06-22', '2026-06-28', 'tariff'],
    ['지난주 관세', '2026-06-22', '2026-06-28', '관세'],
    ['지난 주의 관세', '2026-06-22', '2026-06-28', '관세'],
    ['this week', '2026-06-29', '2026-06-30', ''],
    ['yesterday', '2026-06-29', '2026-06-29', ''],
    ['어제 뉴스', '2026-06-29', '2026-06-29', '뉴스'],
    ['오늘', '2026-06-30', '2026-06-30', ''],
    ['since march', '2026-03-01', '2026-06-30', ''],
    ['3월부터 관세', '2026-03-01', '2026-06-30', '관세'],
    ['8월 관세', '2025-08-01', '2025-08-31', '관세'],
    ['in april', '2026-04-01', '2026-04-30', ''],
    ['april 2025', '2025-04-01', '2025-04-30', ''],
    ['2월 3일', '2026-02-03', '2026-02-03', ''],
    ['2025년 12월', '2025-12-01', '2025-12-31', ''],
    ['last month', '2026-05-01', '2026-05-31', ''],
    ['지난달', '2026-05-01', '2026-05-31', ''],
    ['last 7 days', '2026-06-23', '2026-06-30', ''],
    ['최근 2주', '2026-06-16', '2026-06-30', ''],
    ['3 days ago', '2026-06-27', '2026-06-27', ''],
    ['3일 전', '2026-06-27', '2026-06-27', ''],
    ['since monday', '2026-06-29', '2026-06-30', ''],
    ['q1 earnings', '2026-01-01', '2026-03-31', 'earnings'],
    ['2026-03-05', '2026-03-05', '2026-03-05', ''],
    ['작년', '2025-01-01', '2025-12-31', ''],
  ])('%s', (query, from, to, rest) => {
    expect(readTime(query, NOW, 'UTC')).toMatchObject({ span: { from, to }, rest });
  });
  test.each([
    'march madness',
    'may the best win',
    'monday.com',
    '월마트',
    '인공지능 13월',
    '2026-99-99',
    '오늘의집',
    'marching band',
    '일본',
  ])('%s names no time', (query) => {
    expect(readTime(query, NOW, 'UTC')).toBeUndefined();
  });
});

test('today is the day of the zone', () => {
  const late = Date.parse('2026-06-30T20:00:00Z');
  expect(readTime('today', late, 'UTC')?.span.from).toBe('2026-06-30');
  expect(readTime('today', late, 'Asia/Seoul')?.span.from).toBe('2026-07-01');
});
