import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Block, Message } from '../../src/message/message.ts';
import { renderMessage } from '../../src/terminal/render-message.ts';
import { renderThread } from '../../src/terminal/render-thread.ts';

const plain = { width: 20, colors: false };
const colored = { width: 20, colors: true };

function message(...blocks: Block[]): Message {
  return { language: 'ko', push: '', groups: [{ blocks }] };
}

function text(words: string): Block {
  return { kind: 'text', inlines: [{ kind: 'text', text: words }] };
}

describe('a message in a terminal', () => {
  test('shows each kind of block', () => {
    const lines = renderMessage(
      message(
        { kind: 'heading', text: '7월 3일' },
        text('오늘의 소식'),
        { kind: 'small', inlines: [{ kind: 'text', text: 'small print' }] },
        { kind: 'quote', inlines: [{ kind: 'text', text: 'so what' }] },
        { kind: 'list', items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]] },
        { kind: 'divider' },
        {
          kind: 'buttons',
          buttons: [
            { kind: 'press', label: 'English', action: 'lang:en' },
            { kind: 'link', label: 'Read it', url: 'https://news.example/a' },
          ],
        },
        { kind: 'select', action: 'pick', placeholder: 'Topics', choices: [] },
      ),
      { width: 40, colors: false },
    );
    expect(lines.map((line) => line.replaceAll('\u00A0', ' '))).toEqual([
      '7월 3일',
      '오늘의 소식',
      'small print',
      '▎ so what',
      '• one',
      '• two',
      '─'.repeat(40),
      '[ English ] [ Read it ]',
      '[ Topics ▾ ]',
    ]);
  });

  test('leaves a line free before a paragraph of its own', () => {
    const apart: Block = { kind: 'text', inlines: [{ kind: 'text', text: 'b' }], apart: true };
    expect(renderMessage(message(text('a'), apart), plain)).toEqual(['a', '', 'b']);
  });

  test.each([plain, colored])(
    'never goes beyond its width, with Hangul and emoji counted as two ($colors)',
    (look) => {
      const long = '가나다라마바사아자차카타파하 🇰🇷 소식이 이어집니다 and an unbreakablewordthatgoesonandon';
      const lines = renderMessage(
        message(
          { kind: 'heading', text: long },
          text(long),
          { kind: 'quote', inlines: [{ kind: 'link', text: long, url: 'https://news.example/a' }] },
          { kind: 'list', items: [[{ kind: 'text', text: long, bold: true }]] },
        ),
        look,
      );
      expect(lines.length).toBeGreaterThan(12);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(look.width);
    },
  );

  test('puts a link behind its words, where escape sequences are understood', () => {
    const link: Block = {
      kind: 'text',
      inlines: [{ kind: 'link', text: 'News', url: 'https://n.example/a' }],
    };
    expect(renderMessage(message(link), { width: 60, colors: false })).toEqual(['News']);
    const [line = ''] = renderMessage(message(link), { width: 60, colors: true });
    expect(line).toContain('\u001B]8;;https://n.example/a\u0007');
    expect(stripVTControlCharacters(line)).toBe('News');
  });

  test('gives a text no say over the terminal', () => {
    const hostile = '\u001B[2Jcleared\u001B]0;title\u0007\u009B31m\r\u0008!\tend';
    const inlines = [
      { kind: 'link' as const, text: hostile, url: 'https://n.example/\u0007\u001B]8;;' },
      { kind: 'link' as const, text: hostile, url: 'javascript:alert(1)' },
    ];
    const blocks: Block[] = [
      text(hostile),
      { kind: 'heading', text: hostile },
      { kind: 'small', inlines },
      { kind: 'list', items: [inlines] },
      { kind: 'buttons', buttons: [{ kind: 'press', label: hostile, action: 'x' }] },
      { kind: 'select', action: 'x', placeholder: hostile, choices: [] },
    ];
    const lines = renderMessage(message(...blocks), plain).join('');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(lines).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
    expect(lines).not.toContain('javascript:');
    const seen = renderMessage(message(...blocks), colored).join('');
    expect(seen).not.toContain('\u001B[2J');
    expect(seen).not.toContain('\u001B]0;');
    expect(seen).not.toContain('javascript:');
  });
});

test('a thread stands indented below its channel', () => {
  const shown = renderThread(
    { title: 'team-ko · Slack', messages: [message(text('소식'))], replies: [message(text('자세히'))] },
    plain,
  );
  expect(shown).toBe(
    ['team-ko · Slack', '', '│ 소식', '', '  ↳ in its thread: 1', '', '    │ 자세히', ''].join('\n'),
  );
});
