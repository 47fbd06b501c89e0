import { expect, test } from 'vitest';
import { choicesOf } from '../../src/discord/choices-of.ts';

test('a topic that is too long for Discord is left out, not cut into another one; a label is cut', () => {
  const long = '가'.repeat(101);
  const choices = choicesOf([
    { label: `${'a'.repeat(120)} (3)`, value: 'short' },
    { label: 'long', value: long },
    { label: 'exact', value: '가'.repeat(100) },
  ]);
  expect(choices.map(({ value }) => value)).toEqual(['short', '가'.repeat(100)]);
  expect(choices[0]?.name).toHaveLength(100);
  expect(choicesOf(Array.from({ length: 40 }, (_, n) => ({ label: `${n}`, value: `${n}` })))).toHaveLength(
    25,
  );
});
