import { expect, test } from 'vitest';
import { splitCompound } from '../../src/search/split-compound.ts';
import { termsOfText } from '../../src/search/terms-of-text.ts';
import type { Vocabulary } from '../../src/search/vocabulary.ts';

/** Counts how often it is asked. */
function vocabularyOf(known: readonly string[]): { vocabulary: Vocabulary; asked: () => number } {
  let asked = 0;
  const vocabulary = {
    form(form: string) {
      asked += 1;
      return known.includes(form) ? { briefs: 3 } : undefined;
    },
    hasPhrase: () => false,
  } as unknown as Vocabulary;
  return { vocabulary, asked: () => asked };
}

const only = (text: string) => {
  const [word] = termsOfText(text);
  if (!word) throw new Error('no word');
  return word;
};

test('an unknown word is split into known ones', () => {
  const { vocabulary } = vocabularyOf(['매장', '폐점']);
  expect(splitCompound(only('매장폐점'), vocabulary)?.map(({ form }) => form)).toEqual(['매장', '폐점']);
});

test.each(['관세'.repeat(400), '에이전틱커머스'.repeat(9)])(
  'a run of syllables that is no word is not tried in every way: %#',
  (text) => {
    const { vocabulary, asked } = vocabularyOf(['관세', '커머스']);
    expect(splitCompound(only(text), vocabulary)).toBeUndefined();
    expect(asked()).toBe(0);
  },
);
