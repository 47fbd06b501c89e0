import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionMessages } from '../../src/message/edition-messages.ts';
import type { Message } from '../../src/message/message.ts';
import { splitMessage } from '../../src/message/split-message.ts';
import { checkSlackMessage } from '../../src/sandbox/slack/check-slack-message.ts';
import { slackRenderer } from '../../src/slack/render-slack.ts';
import { everyMessage, hostileEdition } from '../message/hostile-edition.ts';
import { makeEdition } from '../message/make-edition.ts';

const options = { id: 'abcdefghijklmnopqrstuvwx', silent: true, mentionRole: null };

function message(blocks: Message['groups'][number]['blocks']): Message {
  return { language: 'en', push: '', groups: [{ blocks }] };
}

function blocksOf(given: Message): KnownBlock[] {
  return slackRenderer.render(given, options).blocks as KnownBlock[];
}

/** Every object inside a payload. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

test('a skim message, whole', () => {
  expect(slackRenderer.render(editionMessages(makeEdition(), 'ko').skim, options)).toEqual({
    text: [
      '계산대가 사라지고 있다.',
      '→ 무인 결제를 시험해 볼 때다.',
      'Outlet a · Harbor Cart opens store a',
      '',
      '3월 9–10일 · 3건 중 1건',
    ].join('\n'),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: '3월 9–10일 · 3건 중 1건', emoji: false } },
      { type: 'divider' },
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: '계산대가 사라지고 있다.', style: { bold: true } },
              { type: 'text', text: '\n' },
              { type: 'text', text: '→ 무인 결제를 시험해 볼 때다.' },
            ],
          },
        ],
      },
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            text: 'Outlet a · <https://news.example/a|Harbor Cart opens store a>',
            verbatim: true,
          },
        ],
      },
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            text: { type: 'plain_text', text: '나머지 2건', emoji: false },
            action_id: 'rest',
            value: options.id,
          },
          {
            type: 'button',
            text: { type: 'plain_text', text: 'English', emoji: false },
            action_id: 'lang:en',
            value: options.id,
          },
        ],
      },
    ],
    unfurl_links: false,
    unfurl_media: false,
    metadata: { event_type: 'sowhat_delivery', event_payload: { id: options.id } },
  });
});

describe('blocks', () => {
  test('small print: markup of a brief is text, a link keeps its address', () => {
    const inlines = [
      { kind: 'text' as const, text: '<!channel> *a* snake_case _b_ & `c`' },
      { kind: 'link' as const, text: 'a|b <x>', url: 'https://good.example/?a=1&b=2|3' },
      { kind: 'link' as const, text: 'no', url: 'javascript:alert(1)' },
    ];
    expect(blocksOf(message([{ kind: 'small', inlines }]))).toEqual([
      {
        type: 'context',
        elements: [
          {
            type: 'mrkdwn',
            text: '&lt;!channel&gt; ∗a∗ snake_case ˍbˍ &amp; ˋcˋ<https://good.example/?a=1&amp;b=2%7C3|a¦b &lt;x&gt;>no',
            verbatim: true,
          },
        ],
      },
    ]);
  });

  test('a menu carries the id in its block', () => {
    const select = {
      kind: 'select' as const,
      action: 'pick',
      placeholder: 'Pick',
      choices: [{ label: 'One', value: '1', description: 'first' }],
    };
    expect(blocksOf(message([select]))).toEqual([
      {
        type: 'actions',
        block_id: `${options.id}:pick`,
        elements: [
          {
            type: 'static_select',
            action_id: 'pick',
            placeholder: { type: 'plain_text', text: 'Pick', emoji: false },
            options: [
              {
                text: { type: 'plain_text', text: 'One', emoji: false },
                value: '1',
                description: { type: 'plain_text', text: 'first', emoji: false },
              },
            ],
          },
        ],
      },
    ]);
  });

  test('a paragraph of its own is a block of its own; quotes and lists join what is above', () => {
    const words = (text: string) => [{ kind: 'text' as const, text }];
    const blocks = blocksOf(
      message([
        { kind: 'text', inlines: words('a') },
        { kind: 'list', items: [words('b')] },
        { kind: 'quote', inlines: words('c') },
        { kind: 'text', inlines: words('d'), apart: true },
      ]),
    );
    expect(
      blocks.map((block) => block.type === 'rich_text' && block.elements.map(({ type }) => type)),
    ).toEqual([['rich_text_section', 'rich_text_list', 'rich_text_quote'], ['rich_text_section']]);
  });

  test('a heading that is too long is bold text; empty blocks are left out', () => {
    expect(blocksOf(message([{ kind: 'heading', text: '가'.repeat(151) }]))[0]?.type).toBe('rich_text');
    expect(
      blocksOf(
        message([
          { kind: 'heading', text: ' ' },
          { kind: 'text', inlines: [{ kind: 'text', text: '\u202e' }] },
          { kind: 'small', inlines: [] },
          { kind: 'list', items: [] },
          { kind: 'buttons', buttons: [{ kind: 'link', label: 'x', url: 'javascript:1' }] },
        ]),
      ),
    ).toEqual([]);
  });

  test('words that call a channel are taken apart in the top-level text', () => {
    const { text } = slackRenderer.render(
      message([{ kind: 'text', inlines: [{ kind: 'text', text: '@here @Channel <!here>' }] }]),
      options,
    );
    expect(text).toBe('@\u2060here @\u2060Channel &lt;!here&gt;');
  });
});

test('whatever a brief holds: no mention, no other link, no broken limit', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(hostileEdition, (edition) => {
      for (const whole of everyMessage(edition)) {
        for (const part of splitMessage(whole, slackRenderer.fits)) {
          const payload = slackRenderer.render(part, options);
          expect(checkSlackMessage(payload)).toEqual([]);
          expect([...String(payload.text)].length).toBeLessThanOrEqual(4_000);
          expect(String(payload.text)).not.toMatch(/[<>]|@(?:here|channel|everyone)/i);
          for (const object of objectsIn(payload)) {
            if ('url' in object) expect(String(object.url)).toMatch(/^https?:\/\/[^\s<>|]+$/);
            expect(['user', 'usergroup', 'channel', 'broadcast', 'team', 'date']).not.toContain(object.type);
            if (object.type === 'mrkdwn') {
              expect(object.verbatim).toBe(true);
              const rest = String(object.text).replace(/<https?:\/\/[^\s<>|]+\|[^<>|\n]+>/g, '');
              expect(rest).not.toMatch(/[<>]/);
            }
          }
          expect(JSON.stringify(payload)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u0000/);
        }
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
