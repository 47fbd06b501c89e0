import { expect, test } from 'vitest';
import { isEnding, koreanStems } from '../../src/search/korean-stems.ts';

test.each([
  ['공격은', '공격'],
  ['공격들은', '공격'],
  ['관세가', '관세'],
  ['서울로', '서울'],
  ['매장에서는', '매장'],
  ['출시했습니다', '출시'],
  ['앱을', '앱'],
])('%s has the stem %s', (word, stem) => {
  expect(koreanStems(word).at(-1)).toBe(stem);
});

test.each(['전문가', '평가', '회의', '정도', '광고', '온라인', '제도'])(
  '%s has no ending to lose',
  (word) => {
    expect(koreanStems(word)).toEqual([word]);
  },
);

test('keeps every stage, the whole word first', () => {
  expect(koreanStems('소비자들에게')).toEqual(['소비자들에게', '소비자들', '소비자']);
});

test('knows a run that is only an ending', () => {
  expect([isEnding('에서는'), isEnding('가'), isEnding('관세')]).toEqual([true, true, false]);
});
