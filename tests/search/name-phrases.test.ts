import { expect, test } from 'vitest';
import { initialsOfNames, namePhrases } from '../../src/search/name-phrases.ts';
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

test('a headline in capitals is no name where it has a word that names nothing', () => {
  expect(formsIn('Why Sable Harbor Sells')).toEqual(['sable harbor', 'sable harbor sells', 'harbor sells']);
});

test('first letters stand for a name of three words and more', () => {
  const initials = (text: string) => initialsOfNames(termsOfText(text)).map(({ form }) => form);
  expect(initials('Lawmakers passed the Fair Lantern Trade Act on Monday.')).toEqual(['^flta']);
  expect(initials('The Sable Harbor Works opens')).toEqual(['^shw', '^tshw']);
  expect(initials('Three leave The Sable Harbor')).toEqual(['^tsh']);
  expect(initials('Sable Harbor opens in Lisbon')).toEqual([]);
});
