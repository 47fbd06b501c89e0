import { expect, test } from 'vitest';
import { flagLanguage } from '../../src/answers/flag-language.ts';

const flags = { en: ['🇺🇸', '🇬🇧', '🇦🇺', '🇨🇦', '🇮🇪', '🇳🇿'], ko: ['🇰🇷'] };

test.each([
  ['🇺🇸', 'en'],
  ['us', 'en'],
  ['flag-us', 'en'],
  ['🇬🇧', 'en'],
  ['gb', 'en'],
  ['uk', 'en'],
  ['flag-gb', 'en'],
  ['flag-au', 'en'],
  ['flag-ca', 'en'],
  ['flag-ie', 'en'],
  ['flag-nz', 'en'],
  ['kr', 'ko'],
  ['flag-kr', 'ko'],
  ['🇰🇷', 'ko'],
  ['au', null],
  ['jp', null],
  ['🇯🇵', null],
  ['thumbsup', null],
  ['🇺', null],
  ['', null],
] as const)('%s asks for %s', (emoji, language) => {
  expect(flagLanguage(emoji, flags)).toBe(language);
});

test('a list in the settings replaces the flags, by character or by name', () => {
  const own = { en: [':eyes:', '👀'], ko: ['kr'] };
  expect(flagLanguage('us', own)).toBeNull();
  expect(flagLanguage('eyes', own)).toBe('en');
  expect(flagLanguage('👀', own)).toBe('en');
  expect(flagLanguage('🇰🇷', own)).toBe('ko');
});
