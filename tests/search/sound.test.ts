import { describe, expect, test } from 'vitest';
import { firstLetters, lettersSpeltOut } from '../../src/search/letter-names.ts';
import { skeletonsOf } from '../../src/search/sound-keys.ts';
import { englishLetters } from '../../src/search/sound-units.ts';
import { foreignOdds, spellingOdds } from '../../src/search/transliteration.ts';

/** Public names and plain words, as Korean writes them. */
const SAME: [hangul: string, latin: string][] = [
  ['디스틸레이션', 'distillation'],
  ['엔비디아', 'nvidia'],
  ['월마트', 'walmart'],
  ['마이크로소프트', 'microsoft'],
  ['넷플릭스', 'netflix'],
  ['스타벅스', 'starbucks'],
  ['할루시네이션', 'hallucination'],
  ['인플루언서', 'influencer'],
  ['옴니채널', 'omnichannel'],
  ['퀄컴', 'qualcomm'],
  ['팔란티어', 'palantir'],
  ['로지스틱스', 'logistics'],
  ['커머스', 'commerce'],
  ['소버린', 'sovereign'],
  ['아르마니', 'armani'],
  ['슬립넘버', 'sleep number'],
  ['파이브가이즈', 'five guys'],
  ['에픽게임즈', 'epic games'],
  ['덴쓰', 'dentsu'],
  ['맥그라스', 'mcgrath'],
];
const OTHER: [hangul: string, latin: string][] = [
  ['쿠팡', 'camping'],
  ['카카오톡', 'cactus'],
  ['백신', 'pacsun'],
  ['쿠팡', 'coffin'],
  ['설악산', 'selection'],
  ['전세', 'jones'],
  ['김치', 'gym'],
];

describe('what Korean spells by ear', () => {
  test.each(SAME)('%s is %s', (hangul, latin) => {
    expect(skeletonsOf(latin)).toContain(skeletonsOf(hangul)[0]);
    expect(spellingOdds(hangul, englishLetters(latin)) + foreignOdds(hangul)).toBeGreaterThan(8.5);
  });
  test.each(OTHER)('%s is not %s', (hangul, latin) => {
    expect(spellingOdds(hangul, englishLetters(latin)) + foreignOdds(hangul)).toBeLessThan(8);
  });
});

test('foreign words look foreign, Korean ones Korean', () => {
  for (const word of ['스프레드시트', '브랜드', '테스트', '마케터'])
    expect(foreignOdds(word)).toBeGreaterThan(2);
  for (const word of ['설악산', '청와대', '전셋값', '국민연금']) expect(foreignOdds(word)).toBeLessThan(-2);
});

test('letters spelt out', () => {
  expect(lettersSpeltOut('비엔피엘')).toBe('bnpl');
  expect(lettersSpeltOut('에이아이')).toBe('ai');
  expect(lettersSpeltOut('관세')).toBeUndefined();
  expect(firstLetters('지메일')).toEqual([{ letter: 'g', rest: '메일' }]);
});

test('a plural sounds like its singular, too', () => {
  expect(skeletonsOf('layoffs')).toContain(skeletonsOf('레이오프')[0]);
});
