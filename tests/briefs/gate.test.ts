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
    ['a wall of emoji', { title: '🔥'.repeat(30) }, /wall of 31 emoji/],
    ['stacked marks', { title: `Z${'\u0301\u0302\u0303'.repeat(4)}` }, /stacks marks/],
  ])('holds back %s', (_, given, reason) => {
    expect(gateBrief({ ...good, ...given }, { arrivedAt })).toMatch(reason);
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
