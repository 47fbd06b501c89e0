import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../../../src/sandbox/page/browser/discord/render-markdown.ts';
import { h, type Tree } from '../../../../src/sandbox/page/browser/tree/tree.ts';
import { context, linkAttributes } from '../render-context.ts';

function markdown(text: string): Tree[] {
  return renderMarkdown(text, context);
}

function inline(text: string): readonly Tree[] {
  const [first] = markdown(text);
  if (typeof first !== 'object' || first.attributes.class !== 'md-text')
    throw new Error(`${text} is more than a line`);
  return first.children;
}

describe('blocks', () => {
  test('headings, subtext and text', () => {
    expect(markdown('## 2월 21–23일\n→ 본문\n둘째\n-# 출처 · 날짜')).toEqual([
      h('h4.md-heading.md-h2', {}, '2월 21–23일'),
      h('div.md-text', {}, '→ 본문\n둘째'),
      h('small.md-subtext', {}, '출처 · 날짜'),
    ]);
    expect(inline('#해시 ####')).toEqual(['#해시 ####']);
  });

  test('lists nest by indentation and keep their first number', () => {
    expect(markdown('- 하나\n  - 둘\n- 셋\n3. 넷')).toEqual([
      h(
        'ul.md-list',
        {},
        h('li', {}, '하나', h('ul.md-list', {}, h('li', {}, '둘'))),
        h('li', {}, '셋'),
        h('li', {}, '넷'),
      ),
    ]);
    expect(markdown('3. 셋')).toEqual([h('ol.md-list', { start: '3' }, h('li', {}, '셋'))]);
  });

  test('quotes of a line and of the rest', () => {
    expect(markdown('> 인용\n> 둘\n밖')).toEqual([
      h('blockquote.md-quote', {}, h('div.md-text', {}, '인용\n둘')),
      h('div.md-text', {}, '밖'),
    ]);
    expect(markdown('>>> 끝까지\n모두')).toEqual([
      h('blockquote.md-quote', {}, h('div.md-text', {}, '끝까지\n모두')),
    ]);
  });

  test('fenced code keeps its marks', () => {
    expect(markdown('```js\n**x**\n```')).toEqual([h('pre.discord-pre', {}, '**x**')]);
  });
});

describe('inline', () => {
  test('marks, also inside Hangul, and nested', () => {
    expect(inline('한글**강조**한글 *기울임* __밑줄__ ~~취소~~')).toEqual([
      '한글',
      h('strong', {}, '강조'),
      '한글 ',
      h('em', {}, '기울임'),
      ' ',
      h('u', {}, '밑줄'),
      ' ',
      h('s', {}, '취소'),
    ]);
    expect(inline('**굵고 *기운* 글**')).toEqual([h('strong', {}, '굵고 ', h('em', {}, '기운'), ' 글')]);
    expect(inline('***둘 다***')).toEqual([h('strong', {}, h('em', {}, '둘 다'))]);
    expect(inline('||비밀||')).toEqual([h('span.spoiler', { tabindex: '0' }, '비밀')]);
  });

  test('words with underscores and lonely stars stay', () => {
    expect(inline('snake_case_name 2 * 3 * 4')).toEqual(['snake_case_name 2 * 3 * 4']);
    expect(inline('**')).toEqual(['**']);
  });

  test('a backslash takes the mark away', () => {
    expect(inline('\\*별\\* \\[x](https://news.example) \\<@100000000000000101>')).toEqual([
      '*별* [x](',
      h('a', linkAttributes('https://news.example'), 'https://news.example'),
      ') <@100000000000000101>',
    ]);
  });

  test('code spans of any width', () => {
    expect(inline('`a *b*` ``c ` d``')).toEqual([
      h('code.discord-code', {}, 'a *b*'),
      ' ',
      h('code.discord-code', {}, 'c ` d'),
    ]);
  });

  test('masked, bare and quiet links', () => {
    expect(
      inline('[**한빛**마트](https://news.example/a_(b)) <https://news.example/c> https://news.example/d.'),
    ).toEqual([
      h('a', linkAttributes('https://news.example/a_(b)'), h('strong', {}, '한빛'), '마트'),
      ' ',
      h('a', linkAttributes('https://news.example/c'), 'https://news.example/c'),
      ' ',
      h('a', linkAttributes('https://news.example/d'), 'https://news.example/d'),
      '.',
    ]);
  });

  test('a link of another scheme stays text', () => {
    for (const address of [
      'javascript:alert(1)',
      'data:text/html,x',
      'discord://-/settings',
      '//news.example',
      '',
    ]) {
      expect(inline(`[x](${address})`)).toEqual([`[x](${address})`]);
    }
  });

  test('mentions, of real ids only, and times', () => {
    expect(inline('<@U1> @everyone <#100000000000000101>')).toEqual([
      '<@U1> ',
      h('span.mention', {}, '@everyone'),
      ' ',
      h(
        'a.mention',
        {
          href: '#discord/100000000000000101',
          on: { click: { do: 'open-place', platform: 'discord', channel: '100000000000000101' } },
        },
        '#marketing-ko',
      ),
    ]);
    expect(inline('<t:1771803000:D> <t:1771803000:R>')).toEqual([
      h(
        'time.md-time',
        { title: '2026년 2월 23일 월요일 오전 8:30', datetime: '2026-02-22T23:30:00.000Z' },
        '2026년 2월 23일',
      ),
      ' ',
      h(
        'time.md-time',
        { title: '2026년 2월 23일 월요일 오전 8:30', datetime: '2026-02-22T23:30:00.000Z' },
        '지금',
      ),
    ]);
    expect(inline('<t:99999999999999999:F>')).toEqual(['<t:99999999999999999:F>']);
  });
});
