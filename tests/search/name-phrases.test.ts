import { expect, test } from 'vitest';
import { namePhrases } from '../../src/search/name-phrases.ts';
import { termsOfText } from '../../src/search/terms-of-text.ts';

function formsIn(text: string): string[] {
  return namePhrases(termsOfText(text)).map(({ form }) => form);
}

test('a name of several words is each run of capitalised Latin words', () => {
  expect(formsIn('아웃도어 브랜드 Sable Harbor Works가')).toEqual([
    'sable harbor',
    'sable harbor works',
    'harbor works',
  ]);
  expect(formsIn('Sable Harbor’s finance chief')).toEqual(['sable harbor']);
  expect(formsIn('Sablé Harbor opens')).toEqual(['sable harbor']);
});

test('what is set apart is no name', () => {
  expect(formsIn('Orbanix . Kellmart')).toEqual([]);
  expect(formsIn('Orbanix, Kellmart and dunmore')).toEqual([]);
});
