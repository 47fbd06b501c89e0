import { expect, test } from 'vitest';
import { indexedText, termsOfText } from '../../src/search/terms-of-text.ts';

const terms = (text: string) => termsOfText(text).map(({ term }) => term);

test.each([
  ['AI가 바꾼다', ['ai', '바꾼다']],
  ['GPT-5.6, gpt5.6', ['gpt', '5.6', 'gpt', '5.6']],
  ['오픈AI', ['오픈', 'ai']],
  ['Nestlé’s cafés', ['nestl', 'cafe']],
  ['AT&T and P&G', ['att', 'and', 'pg']],
  ['ＡＩ', ['ai']],
  ['I/O and an A/B test, and/or', ['io', 'and', 'an', 'ab', 'test', 'and', 'or']],
  ['C++, C# and C++17; vitamin C', ['cpp', 'csharp', 'and', 'cpp', '17', 'vitamin', 'c']],
  ['Disney+ #1', ['disney', '1']],
  ['관세'.normalize('NFD'), ['관세']],
  ['1,000 stores', ['1000', 'store']],
  ['東京 Привет', ['東京', 'привет']],
])('%s', (text, expected) => {
  expect(terms(text)).toEqual(expected);
});

test('phrases keep their order and words written together are also one', () => {
  const text = indexedText(termsOfText('cross-border shipping'));
  expect(text.startsWith('cross border ship ')).toBe(true);
  expect(text.split(' ')).toEqual(expect.arrayContaining(['=shipping', 'crossborder']));
});

test('the name of a site is also one word', () => {
  expect(indexedText(termsOfText('Tivra.co grows. 비가 온다')).split(' ')).toContain('tivraco');
  expect(indexedText(termsOfText('It grows. Then it rests')).split(' ')).not.toContain('growsthen');
});
