import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AttachmentBuilder,
  type Client,
  ContainerBuilder,
  type DiscordAPIError,
  EmbedBuilder,
  MessageFlags,
  TextDisplayBuilder,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import {
  callsOf,
  control,
  guildId,
  junho,
  loggedIn,
  marketingEn,
  marketingKo,
  textChannel,
  worldOf,
} from './discord-client.ts';

let sandbox: Sandbox;
let client: Client<true>;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = (await loggedIn(sandbox)) as Client<true>;
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

test('embeds, Components V2, files and replies arrive as they were sent', async () => {
  const channel = await textChannel(client, marketingKo);
  const embed = await channel.send({
    embeds: [new EmbedBuilder().setTitle('제목').addFields({ name: 'a', value: 'b' })],
  });
  expect(embed.embeds[0]?.data).toEqual({
    type: 'rich',
    title: '제목',
    fields: [{ name: 'a', value: 'b', inline: false }],
  });
  const container = new ContainerBuilder().addTextDisplayComponents(
    new TextDisplayBuilder().setContent('**증류**'),
  );
  const v2 = await channel.send({
    flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressNotifications,
    components: [container],
  });
  expect(v2.flags.toArray().sort()).toEqual(['IsComponentsV2', 'SuppressNotifications']);
  const file = await channel.send({
    files: [new AttachmentBuilder(Buffer.from('png'), { name: 'chart.png', description: 'a chart' })],
  });
  const attachment = file.attachments.first();
  expect([attachment?.name, attachment?.description, attachment?.size]).toEqual(['chart.png', 'a chart', 3]);
  expect(await (await fetch(attachment?.url ?? '')).text()).toBe('png');
  const reply = await embed.reply('답장');
  expect([reply.type, reply.reference?.messageId]).toEqual([19, embed.id]);
  await embed.delete();
  const orphan = channel.send({ content: 'x', reply: { messageReference: embed.id } });
  await expect(orphan).rejects.toMatchObject({ code: 50_035 });
  const degraded = await channel.send({
    content: 'x',
    reply: { messageReference: embed.id, failIfNotExists: false },
  });
  expect(degraded.reference).toBeNull();
});

test('the history is read newest first, before, after and around a message, without nonces', async () => {
  const channel = await textChannel(client, marketingKo);
  const ids: string[] = [];
  for (const n of [1, 2, 3, 4, 5])
    ids.push((await channel.send({ content: `${n}`, nonce: `n${n}`, enforceNonce: true })).id);
  const read = async (options: object) =>
    [...(await channel.messages.fetch({ ...options, cache: false })).values()].map((m) => m.content);
  expect(await read({ limit: 2 })).toEqual(['5', '4']);
  expect(await read({ limit: 2, before: ids[3] })).toEqual(['3', '2']);
  expect(await read({ limit: 2, after: ids[1] })).toEqual(['4', '3']);
  expect(await read({ limit: 3, around: ids[2] })).toEqual(['4', '3', '2']);
  const raw = (await client.rest.get(`/channels/${marketingKo}/messages`)) as object[];
  expect(raw.some((message) => 'nonce' in message)).toBe(false);
});

test('a nonce gives the first message again, also in another channel, and only for a few minutes', async () => {
  const channel = await textChannel(client, marketingKo);
  const other = await textChannel(client, marketingEn);
  const first = await channel.send({ content: 'a', nonce: 'n1', enforceNonce: true });
  expect((await channel.send({ content: 'b', nonce: 'n1', enforceNonce: true })).id).toBe(first.id);
  const elsewhere = (await client.rest.post(`/channels/${marketingEn}/messages`, {
    body: { content: 'c', nonce: 'n1', enforce_nonce: true },
  })) as { id: string };
  expect(elsewhere.id).toBe(first.id);
  expect((await other.send({ content: 'd', nonce: 'n1' })).id).not.toBe(first.id);
  await first.delete();
  await channel.send({ content: 'e', nonce: 'n2', enforceNonce: true }).then((message) => message.delete());
  await expect(channel.send({ content: 'f', nonce: 'n2', enforceNonce: true })).rejects.toMatchObject({
    code: 10_008,
  });
});

test('a nonce is forgotten after its window', async () => {
  await client.destroy();
  await sandbox.close();
  sandbox = await startSandbox({ port: 0, discordTimings: { nonceWindowMs: 0 } });
  client = (await loggedIn(sandbox)) as Client<true>;
  const channel = await textChannel(client, marketingKo);
  const first = await channel.send({ content: 'a', nonce: 'n1', enforceNonce: true });
  await expect
    .poll(async () => (await channel.send({ content: 'a', nonce: 'n1', enforceNonce: true })).id)
    .not.toBe(first.id);
});

test('a thread hangs on its message, once, and takes messages', async () => {
  const channel = await textChannel(client, marketingKo);
  const message = await channel.send('오늘의 브리핑');
  const thread = await message.startThread({ name: '자세히', autoArchiveDuration: 1440 });
  expect([thread.id, thread.type, thread.ownerId]).toEqual([message.id, 11, client.user.id]);
  await thread.send('첫 이야기');
  await expect(message.startThread({ name: 'again' })).rejects.toMatchObject({ code: 160_004, status: 400 });
  expect((await thread.messages.fetch({ cache: false })).map((m) => [m.type, m.content])).toEqual([
    [0, '첫 이야기'],
    [21, ''],
  ]);
  const parent = (await client.rest.get(`/channels/${marketingKo}/messages/${message.id}`)) as {
    flags: number;
    thread: { message_count: number };
  };
  expect([parent.flags, parent.thread.message_count]).toEqual([32, 1]);
  await control(sandbox, 'seed', { channels: [{ id: thread.id, isArchived: true }] });
  await expect(thread.send('x')).rejects.toMatchObject({ code: 50_083 });
  await control(sandbox, 'seed', { channels: [{ id: thread.id, isArchived: false }] });
  await thread.setArchived(true);
  await thread.send('wakes it up');
  expect((await worldOf(sandbox)).channels.find(({ id }) => id === thread.id)?.isArchived).toBe(false);
  await message.delete();
  await thread.send('the thread outlives its message');
});

test('announcements are published once, forums take posts and no messages', async () => {
  await control(sandbox, 'seed', {
    channels: [
      { id: '100000000000000110', name: 'news', kind: 'announcement' },
      { id: '100000000000000111', name: 'forum', kind: 'forum' },
    ],
  });
  const news = await client.channels.fetch('100000000000000110');
  if (news?.type !== 5) throw new Error('no announcement channel');
  const message = await news.send('hello');
  await message.crosspost();
  expect((await message.fetch(true)).flags.has(MessageFlags.Crossposted)).toBe(true);
  await expect(message.crosspost()).rejects.toMatchObject({ code: 40_033 });
  expect((await message.startThread({ name: 'talk' })).type).toBe(10);
  const forum = await client.channels.fetch('100000000000000111');
  if (forum?.type !== 15) throw new Error('no forum');
  const post = await forum.threads.create({ name: '오늘', message: { content: '본문' } });
  expect((await post.fetchStarterMessage())?.content).toBe('본문');
  const direct = client.rest.post('/channels/100000000000000111/messages', { body: { content: 'x' } });
  await expect(direct).rejects.toMatchObject({ code: 40_058 });
});

test('missing permissions, deleted channels and lost messages each have their code', async () => {
  const post = (channel: string, body: object = { content: 'x' }) =>
    client.rest.post(`/channels/${channel}/messages`, { body });
  const deny = (...denied: string[]) => control(sandbox, 'seed', { channels: [{ id: marketingKo, denied }] });
  await deny('VIEW_CHANNEL');
  await expect(post(marketingKo)).rejects.toMatchObject({ code: 50_001, status: 403 });
  await deny('SEND_MESSAGES');
  await expect(post(marketingKo)).rejects.toMatchObject({ code: 50_013, status: 403 });
  await deny('EMBED_LINKS');
  await expect(post(marketingKo, { embeds: [{ title: 'x' }] })).rejects.toMatchObject({ code: 50_013 });
  await deny('ATTACH_FILES');
  const channel = await textChannel(client, marketingKo);
  await expect(channel.send({ files: [Buffer.from('x')] })).rejects.toMatchObject({ code: 50_013 });
  await deny('CREATE_PUBLIC_THREADS', 'READ_MESSAGE_HISTORY', 'SEND_MESSAGES_IN_THREADS');
  const { id } = (await post(marketingKo)) as { id: string };
  await expect(
    client.rest.post(`/channels/${marketingKo}/messages/${id}/threads`, { body: { name: 'x' } }),
  ).rejects.toMatchObject({ code: 50_013 });
  expect(await client.rest.get(`/channels/${marketingKo}/messages`)).toEqual([]);
  await expect(client.rest.get(`/channels/${marketingKo}/messages/${id}`)).rejects.toMatchObject({
    code: 50_013,
  });
  await expect(
    post(marketingKo, { content: 'x', message_reference: { message_id: id } }),
  ).rejects.toMatchObject({ code: 160_002 });
  await deny();
  const thread = (await client.rest.post(`/channels/${marketingKo}/messages/${id}/threads`, {
    body: { name: 'x' },
  })) as { id: string };
  await deny('SEND_MESSAGES_IN_THREADS');
  await expect(post(thread.id)).rejects.toMatchObject({ code: 50_013 });
  await expect(post('100000000000000999')).rejects.toMatchObject({ code: 10_003, status: 404 });
  await control(sandbox, 'seed', { channels: [{ id: marketingEn, isArchived: true }] });
  await expect(post(marketingEn)).rejects.toMatchObject({ code: 10_003 });
  await expect(client.rest.get(`/channels/${marketingKo}/messages/100000000000000999`)).rejects.toMatchObject(
    { code: 10_008 },
  );
  await control(sandbox, 'seed', { scopes: [] });
  await expect(post(marketingKo)).rejects.toMatchObject({ code: 50_001 });
  await expect(client.rest.get(`/guilds/${guildId}`)).rejects.toMatchObject({ code: 50_001 });
  expect(await client.rest.get('/users/@me/guilds')).toEqual([]);
});

test('a direct message is opened once, and may be refused', async () => {
  const user = await client.users.fetch(junho);
  const sent = await user.send('안녕하세요');
  expect(
    (await client.rest.post('/users/@me/channels', { body: { recipient_id: junho } })) as object,
  ).toMatchObject({
    id: sent.channelId,
    type: 1,
    recipients: [{ id: junho }],
  });
  await control(sandbox, 'seed', { channels: [{ id: sent.channelId, denied: ['SEND_MESSAGES'] }] });
  await expect(user.send('x')).rejects.toMatchObject({ code: 50_007 });
});

test('nothing pings unless it is asked to', async () => {
  const raw = (body: object) =>
    client.rest.post(`/channels/${marketingKo}/messages`, { body }) as Promise<object>;
  const content = `@everyone <@${junho}>`;
  expect(await raw({ content })).toMatchObject({ mention_everyone: true, mentions: [{ id: junho }] });
  expect(await raw({ content, allowed_mentions: { parse: [] } })).toMatchObject({
    mention_everyone: false,
    mentions: [],
  });
  expect(await raw({ content, allowed_mentions: { users: [junho] } })).toMatchObject({
    mention_everyone: false,
    mentions: [{ id: junho }],
  });
});

test('every refusal says where, and is in the list of calls', async () => {
  const body = { content: 'x'.repeat(2001), embeds: [{ fields: [{ name: '', value: 'x' }] }] };
  const error = await client.rest
    .post(`/channels/${marketingKo}/messages`, { body })
    .catch((thrown: DiscordAPIError) => thrown);
  expect((error as DiscordAPIError).rawError).toEqual({
    message: 'Invalid Form Body',
    code: 50_035,
    errors: {
      content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
      embeds: {
        0: {
          fields: {
            0: { name: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] } },
          },
        },
      },
    },
  });
  expect(await callsOf(sandbox, 'POST /channels/*/messages')).toMatchObject([
    { status: 400, error: 50_035, body: { content: body.content } },
  ]);
  await expect(client.rest.post(`/channels/${marketingKo}/messages`, { body: {} })).rejects.toMatchObject({
    code: 50_006,
  });
  const hangul = { flags: 1 << 15, components: [{ type: 10, content: '가'.repeat(3400) }] };
  const big = client.rest.post(`/channels/${marketingKo}/messages`, { body: hangul });
  await expect(big).rejects.toMatchObject({ status: 500 });
});

test('what was posted survives a restart, and ids keep growing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-discord-'));
  let own = await startSandbox({ port: 0, folder });
  const post = async (content: string) => {
    const answer = await fetch(`${own.discordApiUrl}/v10/channels/${marketingKo}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${own.discordToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content }),
    });
    return ((await answer.json()) as { id: string }).id;
  };
  const first = await post('before');
  await own.close();
  own = await startSandbox({ port: 0, folder, clock: () => Date.parse('2020-01-01') });
  const second = await post('after');
  expect(BigInt(second) > BigInt(first)).toBe(true);
  expect((await worldOf(own)).messages.map(({ payload }) => payload.content)).toEqual(['before', 'after']);
  await own.close();
  await rm(folder, { recursive: true });
});
