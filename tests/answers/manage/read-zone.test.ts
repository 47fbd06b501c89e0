import { expect, test } from 'vitest';
import { readZone, zonesLike } from '../../../src/answers/manage/read-zone.ts';

test.each([
  ['Asia/Seoul', 'Asia/Seoul'],
  ['asia/seoul', 'Asia/Seoul'],
  ['seoul', 'Asia/Seoul'],
  ['서울', 'Asia/Seoul'],
  [' new york ', 'America/New_York'],
  ['뉴욕', 'America/New_York'],
  ['KST', 'Asia/Seoul'],
  ['Korea', 'Asia/Seoul'],
  ['utc', 'UTC'],
  ['Etc/GMT+9', 'Etc/GMT+9'],
])('%s means %s', (typed, zone) => {
  expect(readZone(typed)).toBe(zone);
});

test.each(['', 'Mars/Base', 'Seoul; drop table', 'constructor', '__proto__'])('“%s” is none', (typed) => {
  expect(readZone(typed)).toBeNull();
});

test('completes what is typed, the city first; common ones before anything is', () => {
  expect(zonesLike('', 3)).toEqual(['Asia/Seoul', 'Asia/Tokyo', 'Asia/Singapore']);
  expect(zonesLike('new', 25)[0]).toBe('America/New_York');
  expect(zonesLike('로스', 25)).toEqual(['America/Los_Angeles']);
  expect(zonesLike('a', 25)).toHaveLength(25);
});
