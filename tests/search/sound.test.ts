import { describe, expect, test } from 'vitest';
import { firstLetters, lettersSpeltOut } from '../../src/search/letter-names.ts';
import { bestLikeness } from '../../src/search/sound-candidates.ts';
import { readings, skeletonsOf } from '../../src/search/sound-keys.ts';

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

  ['김치', 'gym'],
];

describe('what Korean spells by ear', () => {
  test.each(SAME)('%s is %s', (hangul, latin) => {
    expect(skeletonsOf(latin)).toContain(skeletonsOf(hangul)[0]);
    expect(bestLikeness(readings(hangul), readings(latin))).toBeGreaterThan(0.8);
  });
  test.each(OTHER)('%s is not %s', (hangul, latin) => {
    expect(bestLikeness(readings(hangul), readings(latin))).toBeLessThan(0.87);
  });
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
