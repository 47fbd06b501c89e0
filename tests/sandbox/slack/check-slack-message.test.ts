import { expect, test } from 'vitest';
import { checkSlackMessage } from '../../../src/sandbox/slack/check-slack-message.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
const richText = (length: number) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a'.repeat(length) }] }],
});

test('a digest as it should be is taken as it is', () => {
  expect(
    checkSlackMessage({
      text: '첫 소식',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: '2월 23일' } },
        section('<https://example.com/?a=1&amp;b=2|제목>'),
        { type: 'context', elements: [{ type: 'mrkdwn', text: '5건', verbatim: true }] },
        { type: 'divider' },
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_list',
              style: 'bullet',
              elements: [
                {
                  type: 'rich_text_section',
                  elements: [
                    { type: 'link', url: 'https://example.com', text: 'one', style: { bold: true } },
                    { type: 'emoji', name: 'kr' },
                  ],
                },
              ],
            },
          ],
        },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'a', value: 'v', text: { type: 'plain_text', text: 'EN' } },
          ],
        },
      ],
      metadata: { event_type: 'sowhat_part', event_payload: { id: 'x' } },
    }),
  ).toEqual([]);
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['nothing to say', {}, ['no_text']],
  ['text that is cut', { text: '가'.repeat(40_001) }, ['text is cut at 40000 characters']],
  ['text beside Markdown', { text: 'x', markdown_text: 'y' }, ['markdown_text_conflict']],
  [
    'too much in all',
    { blocks: [section('a'.repeat(3_000)), richText(10_201)] },
    ['msg_blocks_too_long: 13201 characters of at most 13200'],
  ],
  ['just enough', { blocks: [section('a'.repeat(3_000)), richText(10_200)] }, []],
  [
    'metadata that would vanish',
    { text: 'x', metadata: { event_type: 'a.b', event_payload: {} } },
    ['metadata.event_type “a.b” holds more than a–z, 0–9 and _'],
  ],
  [
    'metadata with a long type',
    { text: 'x', metadata: { event_type: 'a'.repeat(51), event_payload: {} } },
    ['metadata.event_type is longer than 50 characters'],
  ],
  [
    'bad blocks in an attachment',
    { text: 'x', attachments: [{ blocks: [{ type: 'poem' }] }] },
    ['invalid_attachments: unsupported type: poem [json-pointer:/attachments/0/blocks/0/type]'],
  ],
  [
    'two things at once',
    { text: 'x', blocks: [section(''), { type: 'divider', extra: 1 }] },
    [
      'invalid_blocks: must be more than 0 characters [json-pointer:/blocks/0/text/text]',
      'invalid_blocks: invalid additional property: extra [json-pointer:/blocks/1]',
    ],
  ],
  [
    'blocks that are no list',
    { text: 'x', blocks: 'x' },
    ['invalid_blocks: must be an array [json-pointer:/blocks]'],
  ],
  ['a surrogate pair counts once', { text: 'x', blocks: [section('😀'.repeat(3_000))] }, []],
])('%s', (_, body, problems) => {
  expect(checkSlackMessage(body)).toEqual(problems);
});
