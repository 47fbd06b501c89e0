import fc from 'fast-check';

/** Pieces by which a brief may try to ping, link, style, hide or break a message. */
const pieces = [
  '@everyone',
  '@here',
  '@channel',
  '<!channel>',
  '<!here|x>',
  '<!everyone>',
  '<@U012ABC>',
  '<#C012ABC|general>',
  '<!subteam^S1>',
  '<!date^1^{date}|x>',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '</brief:123456789012345678>',
  '<id:customize>',
  '<t:1700000000:F>',
  '<:x:123456789012345678>',
  '<a:x:123456789012345678>',
  '[x](javascript:alert(1))',
  '[x](https://evil.example)',
  '[x](<https://evil.example>)',
  '](https://evil.example)',
  '<javascript:alert(1)|x>',
  '<https://evil.example|bank>',
  'https://evil.example',
  'javascript:alert(1)',
  'mailto:a@b.example',
  '<script>alert(1)</script>',
  '&lt;!channel&gt;',
  '&amp;',
  '\u202Eevil\u202C',
  '\u2066x\u2069',
  '\u200B',
  '\u0000\u0007\u001B[31m',
  '\r\n',
  '\n# big\n',
  '\n- list\n> quote\n-# small\n1. one\n',
  '**bold** __u__ ~~s~~ ||spoiler|| `code` ```block```',
  '*b* _i_ ~s~ `c`',
  '\\',
  '|',
  ':smile:',
  '🔥'.repeat(200),
  '👨‍👩‍👧‍👦',
  '가'.repeat(900),
  'a'.repeat(4_200),
  'Sentence. '.repeat(200),
  '하버카트가 열었다. ',
  ' ',
];

/** Any characters, half surrogates too. fast-check's own strings of them spend five seconds on a table of Unicode first. */
const anything = fc
  .array(fc.oneof(...[0x7f, 0xff_ff, 0x10_ff_ff].map((max) => fc.integer({ min: 0, max }))), {
    maxLength: 20,
  })
  .map((points) => String.fromCodePoint(...points));

/** A hostile text: such pieces in any order, with anything between them. */
export const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...pieces), anything), { maxLength: 6 })
  .map((parts) => parts.join(''));

/** A hostile address. */
export const hostileUrl = fc.oneof(
  fc.constantFrom(
    '',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'https://good.example/a_(b)',
    'https://good.example/a|b>c<d',
    'https://good.example/x) [y](https://evil.example',
    'https://good.example/ \n@everyone',
    'https://user:pass@good.example/',
    'slack://open',
    `https://good.example/${'a'.repeat(2_500)}`,
  ),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  hostileText,
);
