import { expect, test } from 'vitest';
import { readFigures } from '../../src/stories/figures.ts';

test.each([
  ['over 16 million requests', [16e6]],
  ['1,600만 건 이상', [16e6]],
  ['$39M and $2.2 billion', [39e6, 2.2e9]],
  ['총 1,100억 달러', [110e9]],
  ['약 15만 5천 건', [155_000]],
  ['10.3억 달러', [1.03e9]],
  ['sales rose 5.4% on 24,000 accounts', [5.4, 24_000]],
])('%s', (text, values) => {
  expect(readFigures(text).map((figure) => figure.value)).toEqual(values);
});

test('years, days, versions and small counts are no figures', () => {
  expect(readFigures('On March 14, 2026, version 5.4 came in 3 colours; 2026년 2월 24일')).toEqual([]);
});

test('"16 million" and "1,600만" are one value', () => {
  const [english] = readFigures('16 million');
  const [korean] = readFigures('1,600만');
  expect(english?.value).toBe(korean?.value);
});
