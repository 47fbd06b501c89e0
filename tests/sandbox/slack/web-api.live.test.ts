import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { World } from '../../../src/sandbox/world.ts';
import { emma, en, ko, order, seoyeon, startOne } from './slack-bot.ts';

let sandbox: Sandbox;
let bot: WebClient;
beforeEach(async () => {
  sandbox = await startOne();
  bot = clientOf(sandbox);
});
afterEach(() => sandbox.close());

function clientOf({ slackApiUrl, slackBotToken }: Sandbox): WebClient {
  return new WebClient(slackBotToken, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    logLevel: 'none' as never,
  });
}

test('auth.test tells who the bot is and, in a header, which scopes it holds', async () => {
  const answer = await bot.auth.test();
  expect(answer).toMatchObject({
    team_id: 'T0SANDBOX',
    user_id: 'U0SANDBOXBOT',
    bot_id: 'B0SANDBOX',
  });
  expect(answer.response_metadata?.scopes).toContain('channels:history');
});

test('a posted message is given back as Slack keeps it: ids, defaults, bot fields', async () => {
  const metadata = { event_type: 'sowhat_part', event_payload: { delivery: 'd1' } };
  const posted = await bot.chat.postMessage({
    channel: ko,
    text: 'A &amp; B',
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: '요약' } },
      { type: 'section', text: { type: 'mrkdwn', text: '<https://example.com/a|제목>', verbatim: true } },
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'English' } }] },
    ],
    metadata,
    unfurl_links: false,
    unfurl_media: false,
  });
  const { messages } = await bot.conversations.history({ channel: ko, include_all_metadata: true });
  expect(messages).toEqual([posted.message]);
  expect(posted.message).toEqual({
    type: 'message',
    user: 'U0SANDBOXBOT',
    bot_id: 'B0SANDBOX',
    app_id: 'A0SANDBOX',
    team: 'T0SANDBOX',
    bot_profile: expect.objectContaining({ id: 'B0SANDBOX', name: 'Sowhat' }),
    ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
    text: 'A &amp; B',
    blocks: [
      {
        type: 'header',
        block_id: expect.any(String),
        text: { type: 'plain_text', text: '요약', emoji: true },
      },
      {
        type: 'section',
        block_id: expect.any(String),
        text: { type: 'mrkdwn', text: '<https://example.com/a|제목>', verbatim: true },
      },
      {
        type: 'actions',
        block_id: expect.any(String),
        elements: [
          {
            type: 'button',
            action_id: expect.any(String),
            text: { type: 'plain_text', text: 'English', emoji: true },
          },
        ],
      },
    ],
    metadata,
  });
  const plain = await bot.conversations.history({ channel: ko });
  expect(plain.messages?.[0]?.metadata).toEqual({ event_type: 'sowhat_part' });
});

test('links unfurl unless the message says no', async () => {
  const text = 'see <https://example.com/a|a>';
  await bot.chat.postMessage({ channel: ko, text });
  await bot.chat.postMessage({ channel: ko, text, unfurl_links: false, unfurl_media: false });
  const { messages } = await order<World>(sandbox, 'GET', 'slack');
  expect(messages.map(({ unfurls }) => unfurls)).toEqual([['https://example.com/a'], []]);
});

test('history: newest first, top level only, paged, bounded; replies: the parent first', async () => {
  const parents: string[] = [];
  for (let i = 0; i < 5; i += 1) {
    parents.push((await bot.chat.postMessage({ channel: ko, text: `m${i}` })).ts as string);
  }
  const [first = '', second = ''] = parents;
  const reply = await bot.chat.postMessage({ channel: ko, text: 'r', thread_ts: first });
  const shouted = await bot.chat.postMessage({
    channel: ko,
    text: 'b',
    thread_ts: first,
    reply_broadcast: true,
  });
  const texts: (string | undefined)[] = [];
  for await (const page of bot.paginate('conversations.history', { channel: ko, limit: 2 })) {
    const { messages } = page as unknown as { messages: { text: string }[] };
    texts.push(...messages.map(({ text }) => text));
  }
  expect(texts).toEqual(['b', 'm4', 'm3', 'm2', 'm1', 'm0']);
  const after = await bot.conversations.history({ channel: ko, oldest: second });
  expect(after.messages?.map(({ text }) => text)).toEqual(['b', 'm4', 'm3', 'm2']);
  const exactly = await bot.conversations.history({
    channel: ko,
    oldest: second,
    latest: second,
    inclusive: true,
  });
  expect(exactly.messages?.map(({ ts }) => ts)).toEqual([second]);
  const thread = await bot.conversations.replies({ channel: ko, ts: first });
  expect(thread.messages?.map(({ ts }) => ts)).toEqual([first, reply.ts, shouted.ts]);
  expect(thread.messages?.[0]).toMatchObject({ thread_ts: first, reply_count: 2, latest_reply: shouted.ts });
  expect(thread.messages?.[1]).toMatchObject({ thread_ts: first, parent_user_id: 'U0SANDBOXBOT' });
});

test('a reply to a message that is gone lands in the channel; a parent with replies leaves a tombstone', async () => {
  const lonely = (await bot.chat.postMessage({ channel: ko, text: 'p' })).ts as string;
  await order(sandbox, 'DELETE', `slack/messages/${ko}/${lonely}`);
  const orphan = await bot.chat.postMessage({ channel: ko, text: 'orphan', thread_ts: lonely });
  expect(orphan.message?.thread_ts).toBeUndefined();
  const parent = (await bot.chat.postMessage({ channel: ko, text: 'p2' })).ts as string;
  await bot.chat.postMessage({ channel: ko, text: 'r', thread_ts: parent });
  await bot.chat.delete({ channel: ko, ts: parent });
  const { messages } = await bot.conversations.history({ channel: ko });
  expect(messages).toMatchObject([{ ts: parent, subtype: 'tombstone', reply_count: 1 }, { text: 'orphan' }]);
  const still = await bot.chat.postMessage({ channel: ko, text: 'r2', thread_ts: parent });
  expect(still.message?.thread_ts).toBe(parent);
});

test('chat.update: text alone removes blocks and shows “edited”, metadata stays until {}', async () => {
  const blocks = [{ type: 'divider' }];
  const metadata = { event_type: 'sowhat', event_payload: { a: 1 } };
  const { ts } = (await bot.chat.postMessage({ channel: ko, text: 't', blocks, metadata })) as { ts: string };
  const updated = async (args: object) =>
    (await bot.chat.update({ channel: ko, ts, ...args } as never)).message as Record<string, unknown>;
  expect(await updated({ text: 't2', blocks: [{ type: 'divider', block_id: 'new' }] })).toMatchObject({
    text: 't2',
    blocks: [{ block_id: 'new' }],
    metadata,
  });
  const plain = await updated({ text: 'only text' });
  expect(plain).toMatchObject({ text: 'only text', metadata, edited: { user: 'U0SANDBOXBOT' } });
  expect(plain.blocks).toBeUndefined();
  expect((await updated({ text: 'x', metadata: {} })).metadata).toBeUndefined();
});

test('people, their locales, channels, membership, direct messages', async () => {
  const { user } = await bot.users.info({ user: seoyeon, include_locale: true });
  expect(user).toMatchObject({ id: seoyeon, real_name: '김서연', locale: 'ko-KR', is_admin: true });
  expect((await bot.users.info({ user: emma })).user?.locale).toBeUndefined();
  expect((await bot.users.list({})).members?.length).toBe(6);
  await order(sandbox, 'POST', 'slack/seed', {
    channels: [
      { id: 'C0NEW', name: 'new', botIsMember: false },
      { id: 'C0SECRET', name: 'secret', kind: 'private', botIsMember: false },
      { id: 'C0HIDDEN', name: 'hidden', kind: 'private', members: [emma] },
    ],
  });
  const { channels } = await bot.conversations.list({ types: 'public_channel,private_channel' });
  expect(channels?.map(({ id, is_member }) => [id, is_member])).toEqual([
    ['C0SANDBOXKO', true],
    ['C0SANDBOXEN', true],
    ['C0SANDBOXOPS', true],
    ['C0NEW', false],
    ['C0HIDDEN', true],
  ]);
  await bot.conversations.join({ channel: 'C0NEW' });
  expect((await bot.conversations.info({ channel: 'C0NEW' })).channel).toMatchObject({ is_member: true });
  expect((await bot.conversations.members({ channel: 'C0HIDDEN' })).members).toEqual([emma, 'U0SANDBOXBOT']);
  const opened = await bot.conversations.open({ users: emma });
  const sent = await bot.chat.postMessage({ channel: emma, text: 'for you' });
  expect(sent.channel).toBe(opened.channel?.id);
});

test('reactions are read with who reacted', async () => {
  const { ts } = (await bot.chat.postMessage({ channel: en, text: 'x' })) as { ts: string };
  for (const person of [emma, seoyeon]) {
    await order(sandbox, 'POST', 'slack/act/react', { person, channel: en, message: ts, emoji: 'us' });
  }
  await order(sandbox, 'POST', 'slack/act/unreact', {
    person: emma,
    channel: en,
    message: ts,
    emoji: 'flag-us',
  });
  const { message } = await bot.reactions.get({ channel: en, timestamp: ts });
  expect(message?.reactions).toEqual([{ name: 'us', users: [seoyeon], count: 1 }]);
  const { items } = await bot.reactions.list({ user: seoyeon });
  expect(items).toMatchObject([{ type: 'message', channel: en, message: { ts } }]);
  const { messages } = await bot.conversations.history({ channel: en });
  expect(messages?.[0]?.reactions).toEqual([{ name: 'us', users: [seoyeon], count: 1 }]);
});

test('a picture is uploaded unshared and then shown by an image block', async () => {
  const bytes = Buffer.from('not really a picture');
  const upload = await bot.files.getUploadURLExternal({ filename: 'week.png', length: bytes.length });
  const url = upload.upload_url as string;
  expect((await fetch(url, { method: 'POST', body: Buffer.from('short') })).status).toBe(400);
  const image = (id: string) => ({
    channel: ko,
    text: 'the week',
    blocks: [{ type: 'image', slack_file: { id }, alt_text: 'the week' }],
  });
  await expect(bot.chat.postMessage(image(upload.file_id as string))).rejects.toThrow('invalid_blocks');
  expect((await fetch(url, { method: 'POST', body: bytes })).status).toBe(200);
  const done = await bot.files.completeUploadExternal({
    files: [{ id: upload.file_id as string, title: 'Week' }],
  });
  const file = (done.files as { id: string; url_private: string; mimetype: string }[])[0];
  expect(file).toMatchObject({ id: upload.file_id, title: 'Week', mimetype: 'image/png' });
  expect(await (await fetch(file?.url_private ?? '')).text()).toBe('not really a picture');
  await bot.chat.postMessage(image(upload.file_id as string));
  await bot.filesUploadV2({ channel_id: ko, filename: 'b.png', file: bytes, initial_comment: 'shared' });
  const { messages } = await bot.conversations.history({ channel: ko });
  expect(messages?.[0]).toMatchObject({ text: 'shared', files: [{ name: 'b.png' }] });
});

test('what was posted survives a restart of the sandbox, and time goes on from there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
  const first = await startOne({ folder, clock: () => 1_760_000_000_000 });
  const { ts } = await clientOf(first).chat.postMessage({ channel: ko, text: '남는다' });
  await first.close();
  const second = await startOne({ folder, clock: () => 1_760_000_000_000 });
  const client = clientOf(second);
  const next = await client.chat.postMessage({ channel: ko, text: 'next' });
  const { messages } = await client.conversations.history({ channel: ko });
  expect(messages?.map((message) => message.ts)).toEqual([next.ts, ts]);
  await order(second, 'POST', 'reset');
  expect((await client.conversations.history({ channel: ko })).messages).toEqual([]);
  await second.close();
  await rm(folder, { recursive: true });
});
