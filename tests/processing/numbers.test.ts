import { expect, test } from 'vitest';
import { knownValues, unknownNumbers } from '../../src/processing/numbers.ts';

/** Numbers of the one text that the other does not give. */
function strange(text: string, source: string): string[] {
  return unknownNumbers(text, knownValues(source));
}

test.each([
  ['16 million exchanges', '1,600만 건의 대화'],
  ['3.4 million and 150,000', '340만 건과 15만 건'],
  ['$1.25 billion', '12억 5천만 달러'],
  ['24,000 accounts', '2만 4천 개의 계정'],
  ['24,000 accounts', '2만 4,000개'],
  ['$2-$3 billion', '20억~30억 달러'],
  ['16 to 20 million', '1,600만에서 2,000만'],
  ['February 24, 2026', '2026년 2월 24일'],
  ['2026-02-24', '2026년 2월 24일'],
  ['a 5.2% rise', '5.2퍼센트 상승'],
  ['twelve labs and three banks', '연구소 12곳과 은행 3곳'],
  ['revenue doubled', '매출이 2배로 늘었다'],
  ['100M users', '사용자 1억 명'],
  ['a million robots', '로봇 100만 대'],
  ['GPT-5.2 in Q1', '1분기의 GPT-5.2'],
])('%s is %s, both ways where both are digits', (english, korean) => {
  expect(strange(korean, english)).toEqual([]);
  if (/^\D*$/.test(english) || /doubled|twelve|a million/.test(english)) return;
  expect(strange(english, korean)).toEqual([]);
});

test.each([
  ['1,700만 건', '16 million', ['1,700만']],
  ['16 billion', '16 million', ['16 billion']],
  ['1억 6천만', '16 million', ['1억', '6천만']],
  ['up 7.5% to 40', 'up 5.7% to 40', ['7.5']],
  ['2027년', 'in 2026', ['2027']],
  ['13일', 'February 3', ['13']],
])('%s is not in: %s', (text, source, found) => {
  expect(strange(text, source)).toEqual(found);
});
