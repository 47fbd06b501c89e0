import { describe, expect, test } from 'vitest';
import { renderMrkdwn } from '../../../../src/sandbox/page/browser/slack/render-mrkdwn.ts';
import { h, type Tree } from '../../../../src/sandbox/page/browser/tree/tree.ts';
import { context, linkAttributes } from '../render-context.ts';

function verbatim(text: string): Tree[] {
  return renderMrkdwn(text, true, context);
}

function parsed(text: string): Tree[] {
  return renderMrkdwn(text, false, context);
}

describe('marks', () => {
  test('bold, italic, strike and code between spaces', () => {
    expect(verbatim('*굵게* _기울임_ ~취소~ `코드 *x*`')).toEqual([
      h('strong', {}, '굵게'),
      ' ',
      h('em', {}, '기울임'),
      ' ',
      h('s', {}, '취소'),
      ' ',
      h('code.slack-code', {}, '코드 *x*'),
    ]);
  });

  test('beside Hangul letters a mark stays as typed, as in Slack', () => {
    expect(verbatim('한글*강조*한글')).toEqual(['한글*강조*한글']);
    expect(verbatim('(*강조*)')).toEqual(['(', h('strong', {}, '강조'), ')']);
  });

  test('a mark needs a letter at each end and stays within its line', () => {
    expect(verbatim('2 * 3 * 4')).toEqual(['2 * 3 * 4']);
    expect(verbatim('*eins\nzwei*')).toEqual(['*eins\nzwei*']);
    expect(verbatim('**')).toEqual(['**']);
  });

  test('marks nest and hold links', () => {
    expect(verbatim('*_<https://news.example/a|제목 1>_*')).toEqual([
      h('strong', {}, h('em', {}, h('a', linkAttributes('https://news.example/a'), '제목 1'))),
    ]);
  });

  test('fenced code and quotes, escaped or not', () => {
    expect(verbatim('앞\n```\na *b*\n```')).toEqual(['앞\n', h('pre.slack-pre', {}, 'a *b*\n')]);
    expect(verbatim('&gt; 인용\n> 둘째\n뒤')).toEqual([h('blockquote.slack-quote', {}, '인용\n둘째'), '뒤']);
  });

  test('known emoji names become characters, unknown ones stay', () => {
    expect(verbatim(':us: :flag-au: :custom_thing:')).toEqual([
      h('span.emoji', { title: ':us:' }, '🇺🇸'),
      ' ',
      h('span.emoji', { title: ':flag-au:' }, '🇦🇺'),
      ' :custom_thing:',
    ]);
  });
});

describe('sequences', () => {
  test('people, channels and special mentions', () => {
    expect(verbatim('<@U1> <@U9|maya> <!here> <!subteam^S1|@design>')).toEqual([
      h('span.mention.mention-me', {}, '@김하늘'),
      ' ',
      h('span.mention', {}, '@maya'),
      ' ',
      h('span.mention.mention-all', {}, '@here'),
      ' ',
      h('span.mention', {}, '@design'),
    ]);
    expect(verbatim('<#C1>')).toEqual([
      h(
        'a.mention',
        { href: '#slack/C1', on: { click: { do: 'open-place', platform: 'slack', channel: 'C1' } } },
        '#marketing-ko',
      ),
    ]);
  });

  test('dates are shown in the reader’s zone, impossible ones by their fallback', () => {
    expect(verbatim('<!date^1771803000^{date_short} {time}|언젠가>')).toEqual([
      h(
        'time',
        { datetime: '2026-02-22T23:30:00.000Z', title: '2026년 2월 23일 월요일 오전 8시 30분 0초 GMT+9' },
        '2026년 2월 23일 오전 8:30',
      ),
    ]);
    expect(verbatim('<!date^99999999999999^{date}|언젠가>')).toEqual([h('time', { title: '' }, '언젠가')]);
  });

  test('an escaped sequence is text: nothing is decoded into a mention or a link', () => {
    expect(verbatim('&lt;!channel&gt; &lt;https://news.example|x&gt; &amp;lt;')).toEqual([
      '<!channel> <https://news.example|x> &lt;',
    ]);
  });

  test('only http and https become links', () => {
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'mailto:a@b.example',
      'file:///etc/passwd',
      'https://',
      '//news.example',
    ]) {
      expect(verbatim(`<${address}|x>`)).toEqual([`<${address}|x>`]);
    }
    expect(verbatim('<https://news.example/?a=1&amp;b=2>')).toEqual([
      h('a', linkAttributes('https://news.example/?a=1&b=2'), 'https://news.example/?a=1&b=2'),
    ]);
  });
});

describe('verbatim', () => {
  const text = '@everyone 보세요 https://news.example/a.';

  test('true leaves plain text alone', () => {
    expect(verbatim(text)).toEqual([text]);
  });

  test('absent makes addresses and mentions live, as Slack does by default', () => {
    expect(parsed(text)).toEqual([
      h('span.mention.mention-all', {}, '@everyone'),
      ' 보세요 ',
      h('a', linkAttributes('https://news.example/a'), 'https://news.example/a'),
      '.',
    ]);
  });
});
