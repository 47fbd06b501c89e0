import { describe, expect, test } from 'vitest';
import { plainLine, plainText } from '../../src/briefs/plain-text.ts';

describe('plainText', () => {
  test.each([
    ['entities are decoded', 'It&#8217;s &lt;b&gt; &amp; more', 'It’s <b> & more'],
    ['once only', '&amp;lt;', '&lt;'],
    ['and not where an ampersand is just one', 'AT&T R&D a=1&copy=2', 'AT&T R&D a=1&copy=2'],
    ['direction marks go, written out or as entities', 'a\u202Eb\u2066c\u200Fd&#8238;e', 'abcde'],
    ['controls and zero-width marks go', 'a\u0000b\u001Bc\u200Bd\uFEFFe\u00ADf', 'abcdef'],
    ['letters that show nothing go', 'a\u3164b\uFFA0c\u2800d', 'abcd'],
    ['half a character goes', 'a\uD800b', 'ab'],
    ['emoji stay whole', '👩‍👩‍👧 🇰🇷 👍🏽', '👩‍👩‍👧 🇰🇷 👍🏽'],
    ['letters in parts are put together', '한'.normalize('NFD'), '한'],
    ['line ends are one kind', 'a\r\nb\rc', 'a\nb\nc'],
  ])('%s', (_name, text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

test('plainLine is one line without spare white space', () => {
  expect(plainLine('  a\n\n b\t\u00A0c  ')).toBe('a b c');
});
