import { expect, test } from 'vitest';
import { termsOfText } from '../../src/search/terms-of-text.ts';
import { withoutAffix } from '../../src/search/without-affix.ts';

const KNOWN = new Set(['광고', '이탈', '등불']);

function stemOf(word: string, isName = false): string | undefined {
  const [term] = termsOfText(word);
  if (!term) return undefined;
  const stem = withoutAffix(
    term,
    ({ form }) => KNOWN.has(form),
    () => isName,
  );
  return stem?.form;
}

test.each([
  ['광고비', '광고'],
  ['줄이탈', '이탈'],
  ['등불폰', '등불'],
  ['등불집', undefined],
  ['낯선비', undefined],
  ['lampfon', undefined],
])('%s', (word, expected) => {
  expect(stemOf(word)).toBe(expected);
});

test('a name heard is no word with an ending', () => {
  expect(stemOf('광고비', true)).toBeUndefined();
});
