import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { World } from '../../../src/sandbox/world.ts';
import { emma, ko, order, seoyeon, startOne } from './slack-bot.ts';

let sandbox: Sandbox;
let bot: WebClient;
let own = '';
let theirs = '';

beforeAll(async () => {
  sandbox = await startOne();
  bot = new WebClient(sandbox.slackBotToken, {
    slackApiUrl: sandbox.slackApiUrl,
    retryConfig: { retries: 0 },
    logLevel: 'none' as never,
  });
  await order(sandbox, 'POST', 'slack/seed', {
    channels: [
      { id: 'C0OUT', botIsMember: false },
      { id: 'C0OLD', isArchived: true },
      { id: 'C0DENIED', denied: ['restricted_action'] },
      { id: 'C0SECRET', kind: 'private', botIsMember: false },
      { id: 'C0FEW', members: [seoyeon] },
    ],
  });
  own = (await bot.chat.postMessage({ channel: ko, text: 'mine' })).ts as string;
  theirs = (
    await order<{ id: string }>(sandbox, 'POST', 'slack/act/say', { person: emma, channel: ko, text: 'hi' })
  ).id;
});
afterAll(() => sandbox.close());

const long = (length: number) => '가'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const button = (more: object = {}) => ({ type: 'button', text: plain('x'), ...more });
const section = (more: object = { text: mrkdwn('x') }) => ({ type: 'section', ...more });
const post = (more: object) => ['chat.postMessage', { channel: ko, text: 't', ...more }, ''] as const;

/** Method, arguments, the error's name. */
const refusals: [string, () => object, string][] = [
  ['chat.postMessage', () => ({ text: 'x' }), 'invalid_arguments'],
  ['chat.postMessage', () => ({ channel: 'C0NONE', text: 'x' }), 'channel_not_found'],
  ['chat.postMessage', () => ({ channel: 'C0SECRET', text: 'x' }), 'channel_not_found'],
  ['chat.postMessage', () => ({ channel: 'C0OUT', text: 'x' }), 'not_in_channel'],
  ['chat.postMessage', () => ({ channel: 'C0OLD', text: 'x' }), 'is_archived'],
  ['chat.postMessage', () => ({ channel: 'C0DENIED', text: 'x' }), 'restricted_action'],
  ['chat.postMessage', () => ({ channel: ko }), 'no_text'],
  ['chat.postMessage', () => ({ channel: ko, text: '', blocks: [] }), 'no_text'],
  ['chat.postMessage', () => ({ channel: ko, text: 'x', blocks: 'nope' }), 'invalid_blocks_format'],
  ['chat.postMessage', () => ({ channel: ko, text: 'x', blocks: {} }), 'invalid_blocks_format'],
  ['chat.postMessage', () => ({ channel: ko, text: 'x', markdown_text: 'y' }), 'markdown_text_conflict'],
  ['chat.postMessage', () => ({ channel: ko, markdown_text: long(12_001) }), 'msg_too_long'],
  ['chat.postMessage', () => ({ channel: ko, text: 'x', metadata: '{' }), 'invalid_metadata_format'],
  ['chat.postMessage', () => ({ channel: ko, text: 'x', metadata: { a: 1 } }), 'invalid_metadata_schema'],
  [
    'chat.postMessage',
    () => ({ channel: ko, text: 'x', metadata: { event_type: 'a', event_payload: { x: long(4_000) } } }),
    'metadata_too_large',
  ],
  ['chat.postMessage', () => ({ channel: ko, text: 'x', thread_ts: 'soon' }), 'invalid_arguments'],
  ['chat.postMessage', () => ({ channel: ko, text: 'x', username: 'CEO' }), 'missing_scope'],
  [
    'chat.postMessage',
    () => ({ channel: ko, text: 'x', attachments: Array.from({ length: 101 }, () => ({ text: 'x' })) }),
    'too_many_attachments',
  ],
  [
    'chat.postMessage',
    () => ({
      channel: ko,
      text: 'x',
      blocks: Array.from({ length: 5 }, () => section({ text: mrkdwn(long(2_700)) })),
    }),
    'msg_blocks_too_long',
  ],
  ['chat.update', () => ({ channel: ko, ts: '1.000001', text: 'x' }), 'message_not_found'],
  ['chat.update', () => ({ channel: ko, ts: theirs, text: 'x' }), 'cant_update_message'],
  ['chat.update', () => ({ channel: ko, ts: own }), 'no_text'],
  ['chat.delete', () => ({ channel: ko, ts: theirs }), 'cant_delete_message'],
  ['chat.postEphemeral', () => ({ channel: 'C0FEW', user: emma, text: 'x' }), 'user_not_in_channel'],
  ['chat.getPermalink', () => ({ channel: ko, message_ts: '1.000001' }), 'message_not_found'],
  ['conversations.history', () => ({ channel: 'C0OUT' }), 'not_in_channel'],
  ['conversations.history', () => ({ channel: 'C0SECRET' }), 'channel_not_found'],
  ['conversations.history', () => ({ channel: ko, cursor: 'invented' }), 'invalid_cursor'],
  ['conversations.history', () => ({ channel: ko, limit: 0 }), 'invalid_limit'],
  ['conversations.history', () => ({ channel: ko, oldest: 'monday' }), 'invalid_ts_oldest'],
  ['conversations.replies', () => ({ channel: ko, ts: '1.000001' }), 'thread_not_found'],
  ['conversations.list', () => ({ types: 'mpim' }), 'missing_scope'],
  ['conversations.join', () => ({ channel: 'C0OLD' }), 'is_archived'],
  ['conversations.join', () => ({ channel: 'C0SECRET' }), 'channel_not_found'],
  ['conversations.open', () => ({ users: 'U0NOBODY' }), 'user_not_found'],
  ['reactions.get', () => ({ channel: ko, timestamp: '1.000001' }), 'message_not_found'],
  ['users.info', () => ({ user: 'U0NOBODY' }), 'user_not_found'],
  ['views.open', () => ({ trigger_id: 'invented', view: {} }), 'invalid_trigger_id'],
  ['views.update', () => ({ view_id: 'V0NONE', view: {} }), 'not_found'],
  ['files.completeUploadExternal', () => ({ files: [{ id: 'F0NONE' }] }), 'file_not_found'],
  ['apps.connections.open', () => ({}), 'not_allowed_token_type'],
  ['chat.invented', () => ({}), 'unknown_method'],
  ['team.info', () => ({}), 'missing_scope'],
];

test.for(refusals)('%s: %s → %s', async ([method, args, error]) => {
  await expect(bot.apiCall(method, args() as Record<string, unknown>)).rejects.toMatchObject({
    data: { ok: false, error },
  });
});

/** Blocks and what Slack says of them. */
const badBlocks: [string, object[], string][] = [
  ['an unknown block', [{ type: 'poem', text: 'x' }], 'unsupported type: poem [json-pointer:/blocks/0/type]'],
  ['no type', [{ text: 'x' }], 'missing required field: type [json-pointer:/blocks/0]'],
  [
    'an unknown field',
    [{ type: 'divider', colour: 'red' }],
    'invalid additional property: colour [json-pointer:/blocks/0]',
  ],
  [
    '51 blocks',
    Array.from({ length: 51 }, () => ({ type: 'divider' })),
    'no more than 50 items allowed [json-pointer:/blocks]',
  ],
  [
    'a long header',
    [{ type: 'header', text: plain(long(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'mrkdwn in a header',
    [{ type: 'header', text: mrkdwn('x') }],
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  [
    'a long section',
    [section({ text: mrkdwn(long(3_001)) })],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'an empty section',
    [section({ text: mrkdwn('') })],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['a section of nothing', [section({})], 'must define either `text` or `fields` [json-pointer:/blocks/0]'],
  [
    'eleven fields',
    [section({ fields: Array.from({ length: 11 }, () => mrkdwn('x')) })],
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    'a long field',
    [section({ fields: [mrkdwn(long(2_001))] })],
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    'eleven context elements',
    [{ type: 'context', elements: Array.from({ length: 11 }, () => mrkdwn('x')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'a button in a context',
    [{ type: 'context', elements: [button()] }],
    'unsupported type: button [json-pointer:/blocks/0/elements/0/type]',
  ],
  [
    '26 buttons',
    [{ type: 'actions', elements: Array.from({ length: 26 }, () => button()) }],
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'no buttons',
    [{ type: 'actions', elements: [] }],
    'no fewer than 1 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    'a long button',
    [{ type: 'actions', elements: [button({ text: plain(long(76)) })] }],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'a long button value',
    [{ type: 'actions', elements: [button({ value: long(2_001) })] }],
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'a script as a link',
    [{ type: 'actions', elements: [button({ url: 'javascript:alert(1)' })] }],
    'must be a valid URL [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'a long address',
    [{ type: 'actions', elements: [button({ url: `https://example.com/${'a'.repeat(3_000)}` })] }],
    'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]',
  ],
  [
    'two buttons with one action_id',
    [{ type: 'actions', elements: [button({ action_id: 'a' }), button({ action_id: 'a' })] }],
    'action_id already exists: a [json-pointer:/blocks/0]',
  ],
  [
    'two blocks with one block_id',
    [
      { type: 'divider', block_id: 'b' },
      { type: 'divider', block_id: 'b' },
    ],
    'block_id already exists: b [json-pointer:/blocks/1]',
  ],
  [
    'six overflow options',
    [
      section({
        text: mrkdwn('x'),
        accessory: {
          type: 'overflow',
          options: Array.from({ length: 6 }, (_, i) => ({ text: plain('x'), value: `${i}` })),
        },
      }),
    ],
    'no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]',
  ],
  [
    'a select of nothing',
    [{ type: 'actions', elements: [{ type: 'static_select' }] }],
    'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'an image without a description',
    [{ type: 'image', image_url: 'https://example.com/a.png' }],
    'missing required field: alt_text [json-pointer:/blocks/0]',
  ],
  [
    'a script in rich text',
    [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'javascript:x' }] }],
      },
    ],
    'must be a valid URL [json-pointer:/blocks/0/elements/0/elements/0/url]',
  ],
  [
    'empty rich text',
    [
      {
        type: 'rich_text',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }],
      },
    ],
    'must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]',
  ],
  [
    'much Markdown',
    [
      { type: 'markdown', text: 'a'.repeat(7_000) },
      { type: 'markdown', text: 'a'.repeat(5_001) },
    ],
    'markdown blocks must be less than 12001 characters in total [json-pointer:/blocks]',
  ],
  [
    'two tables',
    Array.from({ length: 2 }, () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] })),
    'only_one_table_allowed [json-pointer:/blocks]',
  ],
  [
    'a modal’s block in a message',
    [{ type: 'alert', text: plain('x') }],
    'unsupported type: alert [json-pointer:/blocks/0/type]',
  ],
];

describe('blocks', () => {
  test.for(badBlocks)('%s', async ([, blocks, problem]) => {
    const [method, args] = post({ blocks });
    await expect(bot.apiCall(method, args)).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: [problem],
        response_metadata: { messages: [`[ERROR] ${problem}`] },
      },
    });
  });

  test('limits themselves are allowed, counted in code points', async () => {
    await bot.apiCall('chat.postMessage', {
      channel: ko,
      text: 't',
      blocks: [
        { type: 'header', text: plain('😀'.repeat(150)) },
        section({ text: mrkdwn(long(3_000)) }),
        { type: 'actions', elements: Array.from({ length: 25 }, () => button({ text: plain(long(75)) })) },
      ],
    });
  });
});

test('metadata of a wrong type is dropped without a word; text beyond 40,000 characters is cut with a warning', async () => {
  const wrong = { event_type: 'sowhat.part', event_payload: {} };
  const dropped = await bot.chat.postMessage({ channel: ko, text: 'x', metadata: wrong });
  expect(dropped.ok).toBe(true);
  expect((dropped.message as { metadata?: unknown }).metadata).toBeUndefined();
  const cut = await bot.chat.postMessage({ channel: ko, text: long(40_001) });
  expect(cut.message?.text).toHaveLength(40_000);
  expect(cut.warning).toBe('message_truncated');
});

test('a missing scope names what is needed and what is there', async () => {
  const { scopes } = await order<World>(sandbox, 'GET', 'slack');
  await order(sandbox, 'POST', 'slack/seed', { scopes: ['chat:write', 'channels:history'] });
  await order(sandbox, 'POST', 'slack/seed', { channels: [{ id: 'C0PRIV', kind: 'private' }] });
  await expect(bot.conversations.history({ channel: 'C0PRIV' })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'groups:history', provided: 'chat:write,channels:history' },
  });
  await expect(bot.reactions.get({ channel: ko, timestamp: own })).rejects.toMatchObject({
    data: { error: 'missing_scope', needed: 'reactions:read' },
  });
  await order(sandbox, 'POST', 'slack/seed', { scopes: [...scopes, 'chat:write.public'] });
  await bot.chat.postMessage({ channel: 'C0OUT', text: 'without membership' });
});

test('no token, and a wrong one', async () => {
  const call = async (headers: Record<string, string>) =>
    (await fetch(`${sandbox.slackApiUrl}users.list`, { method: 'POST', headers })).json();
  expect(await call({})).toEqual({ ok: false, error: 'not_authed' });
  expect(await call({ authorization: 'Bearer xoxb-1' })).toEqual({ ok: false, error: 'invalid_auth' });
});
