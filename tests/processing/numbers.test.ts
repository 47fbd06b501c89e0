import { expect, test } from 'vitest';
import { knownNumbers, unknownNumbers, unknownSizes } from '../../src/processing/numbers.ts';

/** Numbers of the one text that the other does not give. */
function strange(text: string, source: string): string[] {
  return unknownNumbers(text, knownNumbers(source));
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
  ['seventy percent of them', '그중 칠십 퍼센트'],
  ['seventy percent of them', '그중 70%'],
  ['two hundred and fifty thousand users', '이십오만 명의 사용자'],
  ['half a million dollars', '50만 달러'],
  ['sales more than doubled', '매출이 두 배 이상으로'],
  ['sales rose by 100%', '매출이 두 배로'],
  ['a 42% share', '점유율 ４２％'],
  ['2½ hours', '2.5시간'],
  ['10, 20 and 30 percent', '10%, 20%, 30%'],
  ['$330 million, 700,000 square feet', '3억 3천만 달러, 70만 평방피트'],
  ['a 69 million dollar round', '6천 9백만 달러 투자'],
  ['1億2000万円', '1억 2,000만 엔'],
  ['1,600万件の対話', '1,600만 건의 대화'],
  ['3,4 Millionen Anfragen', '340만 건의 요청'],
])('%s is %s, both ways where both are digits', (english, korean) => {
  expect(strange(korean, english)).toEqual([]);
  if (/^\D*$/.test(english) || /doubled|twelve|a million|by 100%/.test(english)) return;
  expect(strange(english, korean)).toEqual([]);
});

test.each([
  ['수십억 달러', 'billions of dollars', []],
  ['수백만 명', '3.4 million people', []],
  ['dozens of stores', '매장 40곳', []],
  ['tens of thousands', '수만 건', []],
  ['수십억 달러', '3.4 million dollars', ['수십억']],
  ['millions of users', '사용자 3천 명', ['millions']],
])('the size of %s is told of: %s', (text, source, found) => {
  expect(unknownSizes(text, knownNumbers(source))).toEqual(found);
});

test('a name with a digit in it, and words that only look like numerals, are no numbers', () => {
  expect(strange('D2C 브랜드의 구조 개선, 천만에요, 수정헌법 제1조', 'First Amendment')).toEqual([]);
});

test.each([
  ['1,700만 건', '16 million', ['1,700만']],
  ['16 billion', '16 million', ['16 billion']],
  ['1억 6천만', '16 million', ['1억', '6천만']],
  ['up 7.5% to 40', 'up 5.7% to 40', ['7.5']],
  ['2027년', 'in 2026', ['2027']],
  ['13일', 'February 3', ['13']],
  ['칠십 퍼센트', '17 percent', ['70']],
  ['seventy-one percent', '70%', ['71']],
  ['70배', '70 percent', ['70']],
  ['70 percent', '70 stores', ['70']],
  ['5만 원', '$50,000', ['5만']],
  ['만 원', 'ten thousand dollars', ['10000']],
  ['€420 million', '4억 2,000만 달러', ['420 million']],
  ['５００명', '50 people', ['500']],
  ['½', 'a third', ['0.5']],
  ['매출이 두 배로', 'sales rose by 20%', ['2']],
  ['12억엔', '12万円', ['12억']],
])('%s is not in: %s', (text, source, found) => {
  expect(strange(text, source)).toEqual(found);
});
