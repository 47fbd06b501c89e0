import { expect, test } from 'vitest';
import { isAnswered } from '../../src/search/is-answered.ts';

const whole = { coverage: 1, missed: 0, near: 0, about: 2, rare: 1, two: 0, three: 0, sentence: 0 };

test('one word that a brief is about is an answer', () => {
  expect(isAnswered(whole)).toBe(true);
});

test.each([
  [0.9, 1, true],
  [0.3, 0.5, false],
])('of two words a brief must answer most: %d', (coverage, rare, expected) => {
  expect(isAnswered({ ...whole, two: 1, coverage, rare })).toBe(expected);
});

test('the same share of a sentence tells more than that of two words', () => {
  const half = { ...whole, coverage: 0.5, missed: 0.3, near: 0.3, about: 1, rare: 1.5 };
  expect(isAnswered({ ...half, sentence: 1 })).toBe(true);
  expect(isAnswered({ ...half, two: 1 })).toBe(false);
});
