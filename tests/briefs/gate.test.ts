import { describe, expect, test } from 'vitest';
import type { Brief } from '../../src/briefs/brief.ts';
import { gateBrief } from '../../src/briefs/gate.ts';
import { blankBrief } from '../../src/briefs/readers/blank-brief.ts';

const arrivedAt = Date.UTC(2026, 3, 1, 12);
const good: Brief = {
  ...blankBrief({ file: 'a.md', text: '', hash: '' }, 'brief', 'pipeline'),
  title: 'Kestrel buys Orrin',
  url: 'https://port.example/1',
  datePublished: '2026-04-01',
  summary: {
    ko: 'Kestrel이 Orrin을 인수했습니다. 🎉',
    en: 'Kestrel bought Orrin. Write to @kestrel for more.',
  },
};

describe('gateBrief', () => {
  test.each<[string, Partial<Brief>]>([
    ['as it is', {}],
    ['without a link', { url: '' }],
    ['dated up to seven days ahead', { datePublished: '2026-04-08' }],
    ['without a date', { datePublished: '' }],
    ['in one language', { summary: { ko: '인수했습니다.', en: '' } }],
    ['with key points only', { summary: { ko: '', en: '' }, keyPoints: ['3 points'] }],
    [
      'with an honest link',
      { keyPoints: ['See [port.example](https://www.port.example/2) and [the report](https://x.example)'] },
    ],
  ])('lets a brief through %s', (_, given) => {
    expect(gateBrief({ ...good, ...given }, { arrivedAt })).toBeNull();
  });

  test.each<[string, Partial<Brief>, RegExp]>([
    ['no text at all', { title: '', summary: { ko: '', en: ' ' } }, /no text/],
    ['a title only', { summary: { ko: '', en: '' } }, /title but no text/],
    ['a link that runs a script', { url: 'javascript:alert(1)' }, /"javascript"/],
    ['a link into the disk', { url: 'file:///etc/passwd' }, /"file"/],
    ['a date more than seven days ahead', { datePublished: '2026-04-10' }, /2026-04-10/],
    ['a template nobody filled in', { summary: { ko: '', en: 'Today {{ company }} said' } }, /template left/],
    ['a lone undefined', { summary: { ko: 'undefined', en: '' } }, /template left/],
    ['a string of calls to everyone', { title: 'Hey @everyone @here @everyone @channel look' }, /everyone/],
    [
      "Slack's calls to a channel",
      { keyPoints: ['<!channel> now <!here> <!channel> <!everyone>'] },
      /everyone/,
    ],
    [
      'a mention bomb',
      { keyPoints: [Array.from({ length: 9 }, (_, at) => `<@U00${at}>`).join(' ')] },
      /more than eight/,
    ],
    ['text turned by bidi marks', { title: 'Buy \u202Egnp.exe' }, /turn or hide/],
    [
      'a masked link',
      { keyPoints: ['[https://bank.example](https://thief.example/x)'] },
      /bank\.example over a link to thief\.example/,
    ],
    [
      "Slack's masked link",
      { keyPoints: ['<https://thief.example|bank.example>'] },
      /bank\.example over a link/,
    ],
    ['a wall of emoji', { title: '🔥'.repeat(30) }, /wall of 30 emoji/],
    ['stacked marks', { title: `Z${'\u0301\u0302\u0303'.repeat(4)}` }, /stacks marks/],
  ])('holds back %s', (_, given, reason) => {
    expect(gateBrief({ ...good, ...given }, { arrivedAt })).toMatch(reason);
  });

  const text = (en: string) => ({ summary: { ko: '', en } });

  test.each<[string, Partial<Brief>]>([
    ['no words, only dots', text('...')],
    ['no words, only an emoji', text('🎉')],
  ])('holds back %s', (_, given) => {
    expect(gateBrief({ ...good, ...given }, { arrivedAt })).toMatch(/title but no text/);
  });

  test.each([
    'None',
    '요약 없음',
    'Summary not available.',
    '{% if company %}Hello{% endif %}',
    '<COMPANY> announced <PRODUCT> today.',
    'TODO: write the summary',
    'Kestrel bought Orrin. TODO',
    '[제목을 입력하세요] 내용입니다',
    '[Company Name] said today it bought [Product Name].',
    'Your text here',
    'Summary goes here.',
    'Insert your summary here',
    '요약을 입력하세요',
    '본문을 입력해 주세요.',
    'XXXX',
    '%s bought %s for %d euros',
    'undefined bought undefined',
    'Details: [object Object]',
    'As an AI language model, I cannot summarise this article.',
    "I'm sorry, but I can't help with that.",
    '죄송하지만, 저는 AI 언어 모델로서 요약할 수 없습니다.',
    'Here is a summary of the article:',
    '다음은 기사의 요약입니다:',
  ])('holds back what a template or a model left: %s', (en) => {
    expect(gateBrief({ ...good, ...text(en) }, { arrivedAt })).toMatch(/template left/);
  });

  test.each<[string, Partial<Brief>, RegExp]>([
    ['three kinds of call in a row', { title: '@everyone @here <!channel>' }, /everyone/],
    ['calls in wide letters', text('＠everyone ＠here look'), /everyone/],
    ['the same person fifty times', text('<@U123> '.repeat(50)), /again and again/],
    [
      'a masked link in bold',
      text('[**https://bank.example**](https://thief.example)'),
      /bank\.example over/,
    ],
    [
      'a masked link in words',
      text('[Visit https://bank.example now](https://thief.example)'),
      /over a link/,
    ],
    ['a masked link without scheme', text('[https://bank.example](//thief.example)'), /over a link/],
    ['a masked reference', text('[https://bank.example][1]\n\n[1]: https://thief.example'), /over a link/],
    [
      'a host that only begins alike',
      text('[bank.example](https://bank.example.thief.example)'),
      /over a link/,
    ],
    ['a link that runs a script', text('[click](javascript:alert)'), /"javascript"/],
    ['thirteen emoji in a title', { title: '🔥'.repeat(13) }, /wall of 13 emoji/],
    ['flags', { title: '🇺🇸'.repeat(10) }, /wall of 10 emoji/],
    ["a chat's names of emoji", text(':fire: '.repeat(40)), /wall of 40 emoji/],
    ["Discord's own emoji", text('<:frog:123456789012345678>'.repeat(30)), /wall of 30 emoji/],
    ['one letter three hundred times', text('ㅋ'.repeat(300)), /one character/],
    ['a few marks over every letter', text('Z\u0301\u0302\u0303\u0304 '.repeat(20)), /stacks marks/],
    ['a bomb in the name of the source', { sourceName: '@everyone @everyone' }, /everyone/],
  ])('holds back %s', (_, given, reason) => {
    expect(gateBrief({ ...good, ...given }, { arrivedAt })).toMatch(reason);
  });

  test.each([
    ['an override written as an entity', 'Buy &#x202E;gnp.exe', /turn or hide/],
    ['an override written as YAML does', 'title: "Buy \\u202Egnp.exe"', /turn or hide/],
    ['an isolate that never closes', 'a\u2066\u2067b', /turn or hide/],
    ['letters in tags', 'a\u{E0041}\u{E0042}\u{E0043}', /turn or hide/],
    ['words taken apart', 'p\u200Ba\u200By\u200Bp\u200Ba\u200Bl', /turn or hide/],
    ['a masked link in HTML', '<a href="https://thief.example">https://bank.example</a>', /over a link/],
    ['a masked link in entities', '[https://bank&#46;example](https://thief.example)', /over a link/],
  ])('finds in the text as it was written: %s', (_, raw, reason) => {
    expect(gateBrief(good, { arrivedAt, raw })).toMatch(reason);
  });

  test.each<[string, Partial<Brief>, string]>([
    ['Hebrew set apart, as word processors do', {}, 'Nordwind \u2067נורדווינד\u2069 raised $420M'],
    ['Arabic with vowels', text('بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ تعلن'), ''],
    ['a flag made of tags', { title: '🏴󠁧󠁢󠁥󠁮󠁧󠁿 England beats Wales' }, '🏴󠁧󠁢󠁥󠁮󠁧󠁿 England beats Wales'],
    [
      'code about templates',
      text(`The \${variable} syntax in JavaScript, and \`{{ title }}\` elsewhere`),
      '',
    ],
    ['a workflow of GitHub Actions', text(`GitHub Actions uses \${{ secrets.TOKEN }} to pass secrets`), ''],
    [
      'a product named like a host',
      text('[Node.js](https://nodejs.org) and [Booking.com](https://port.example/b)'),
      '',
    ],
    ['a headline that begins with one', text('[Node.js 24 is out](https://nodejs.org/en/blog)'), ''],
    ['the same site under another name', text('[docs.port.example](https://port.example/docs)'), ''],
    ['news about lorem ipsum', text('Why “lorem ipsum” still fills our pages, 500 years on'), ''],
    [
      'news about what models say',
      text('"As an AI language model, I" gives students away, a study says'),
      '',
    ],
    ['a bracket of the editor', text('The head said that [your data] is safe'), ''],
    ['a label before the headline', { title: '[Summary] Nordwind opens its weights' }, ''],
    ['trademarks', text('Acme™ Widget® ©2026 '.repeat(10)), ''],
    [
      'emoji in a list',
      text(Array.from({ length: 14 }, (_, at) => `🔥 item ${at} is told in a line`).join(' ')),
      '',
    ],
    ['packages with a scope', text('@a1/b, @c1/d, @e1/f, @g1/h, @i1/j, @k1/l, @m1/n, @o1/p, @q1/r'), ''],
    ['e-mail addresses', text(Array.from({ length: 12 }, (_, at) => `p${at}@x.example`).join(', ')), ''],
    [
      'the same news about @everyone in two languages',
      {
        title: 'Discord changes @everyone',
        summary: { ko: '@everyone과 @here가 바뀝니다.', en: '@everyone and @here now ask first.' },
      },
      'Discord changes @everyone: @everyone과 @here; @everyone and @here now ask first',
    ],
    [
      'soft hyphens, spaces without width between words',
      {},
      'Donau\u00ADdampf ภาษา\u200Bไทย\u200Bง่าย <p>\u200B\u200B\u200B</p>',
    ],
  ])('lets through %s', (_, given, raw) => {
    expect(gateBrief({ ...good, ...given }, { arrivedAt, raw })).toBeNull();
  });

  test.each([
    ['without a host', 'https://', /is no address: "https:\/\/"/],
    ['with a blank in its host', 'https://lantern .example/a b', /is no address/],
    ['with a user name', 'https://ida@lantern.example/', /holds a user name for lantern\.example/],
    ['with a password', 'https://:secret@lantern.example/', /holds a user name for lantern\.example/],
  ])('holds back a link %s', (_, link, reason) => {
    expect(gateBrief(good, { arrivedAt, link })).toMatch(reason);
  });

  test('holds back a link that reads like another one', () => {
    const link = 'https://bank.example@thief.example/';
    expect(gateBrief(good, { arrivedAt, link })).toBe(
      'Its link reads like bank.example but goes to thief.example.',
    );
  });

  test('looks at what cleaning took away, and at a link that was no address', () => {
    expect(gateBrief(good, { arrivedAt, raw: 'Buy \u202Egnp.exe' })).toMatch(/turn or hide/);
    expect(gateBrief({ ...good, url: '' }, { arrivedAt, link: 'data:text/html,x' })).toMatch(/"data"/);
  });

  test('answers the same when asked twice', () => {
    const loud = { ...good, title: 'Hey @here' };
    expect(gateBrief(loud, { arrivedAt })).toBe(gateBrief(loud, { arrivedAt }));
  });
});
