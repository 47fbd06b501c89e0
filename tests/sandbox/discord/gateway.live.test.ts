import { constants, createInflate } from 'node:zlib';
import { type Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import {
  control,
  discordClient,
  junho,
  loggedIn,
  marketingKo,
  textChannel,
  worldOf,
} from './discord-client.ts';

let sandbox: Sandbox;
let client: Client;
let log: string[];

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, discordTimings: { heartbeatMs: 300 } });
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

/** Logs in, posts a message, and writes down what the client says of its connection. */
async function start(): Promise<string> {
  client = await loggedIn(sandbox);
  const message = await (await textChannel(client, marketingKo)).send('digest');
  log = [];
  client.on(Events.ShardReconnecting, () => log.push('reconnecting'));
  client.on(Events.ShardResume, (_, replayed) => log.push(`resume ${replayed}`));
  client.on(Events.ShardReady, () => log.push('ready'));
  client.on(Events.ShardDisconnect, (event) => log.push(`disconnect ${event.code}`));
  client.on(Events.ClientReady, () => log.push('client ready'));
  client.on(Events.MessageReactionAdd, (reaction) => log.push(`${reaction.emoji.name}`));
  return message.id;
}

function order(body: object): Promise<unknown> {
  return control(sandbox, 'connections', body);
}

function react(message: string, emoji: string): Promise<unknown> {
  return control(sandbox, 'act/react', { person: junho, channel: marketingKo, message, emoji });
}

async function disconnected(): Promise<void> {
  await expect.poll(async () => (await worldOf(sandbox)).sockets).toBe(0);
}

async function back(): Promise<void> {
  await expect.poll(async () => (await worldOf(sandbox)).sockets, { timeout: 15_000 }).toBe(1);
}

test('RECONNECT: the client resumes and gets what it missed, once', async () => {
  const message = await start();
  await order({ do: 'reconnect' });
  await disconnected();
  await react(message, '🇺🇸');
  await expect.poll(() => log, { timeout: 10_000 }).toContain('🇺🇸');
  await expect.poll(() => log.some((line) => line.startsWith('resume'))).toBe(true);
  await react(message, '🇬🇧');
  await expect.poll(() => log.filter((line) => /\p{RI}/u.test(line))).toEqual(['🇺🇸', '🇬🇧']);
  expect(log).not.toContain('ready');
});

test.each([
  ['a cut connection', { do: 'cut' }],
  ['close code 4000', { do: 'close', code: 4000 }],
  ['close code 1001', { do: 'close', code: 1001, resumable: true }],
])('%s: the client comes back', async (_, body) => {
  const message = await start();
  await order(body);
  await disconnected();
  await back();
  await react(message, '🇺🇸');
  await expect.poll(() => log).toContain('🇺🇸');
});

test('INVALID SESSION that can be resumed keeps the session; one that cannot starts a new one', async () => {
  await start();
  await order({ do: 'invalid-session', resumable: true });
  await expect.poll(() => log.some((line) => line.startsWith('resume'))).toBe(true);
  await order({ do: 'invalid-session', resumable: false });
  await expect.poll(() => log, { timeout: 15_000 }).toContain('ready');
  expect(log).not.toContain('client ready');
});

test('a session that is gone is told so at RESUME, and starts anew', async () => {
  await start();
  await order({ do: 'cut', resumable: false });
  await expect.poll(() => log, { timeout: 15_000 }).toContain('ready');
  expect(log.some((line) => line.startsWith('resume'))).toBe(false);
});

test('a connection that went silent is noticed by the missing ACK', async () => {
  const message = await start();
  await order({ do: 'freeze' });
  await react(message, '🇺🇸');
  await expect.poll(() => log, { timeout: 10_000 }).toContain('🇺🇸');
  expect(log[0]).toBe('reconnecting');
});

test('a RESUME without an answer leaves the client deaf while it says it is ready', async () => {
  const message = await start();
  await order({ do: 'ignore-resume' });
  await order({ do: 'cut' });
  await expect.poll(() => log).toContain('reconnecting');
  await react(message, '🇺🇸');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect([log, client.isReady(), (await worldOf(sandbox)).sockets]).toEqual([['reconnecting'], true, 0]);
});

test('4004 at runtime ends it, and the client still says it is ready', async () => {
  await start();
  await order({ do: 'close', code: 4004 });
  await expect.poll(() => log).toContain('disconnect 4004');
  expect(client.isReady()).toBe(true);
});

test('refused connections throw the session away, and events in the gap are lost', async () => {
  const message = await start();
  await order({ do: 'refuse' });
  await order({ do: 'cut' });
  await disconnected();
  await react(message, '🇺🇸');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await order({ do: 'accept' });
  await expect.poll(() => log, { timeout: 15_000 }).toContain('ready');
  await react(message, '🇬🇧');
  await expect.poll(() => log).toContain('🇬🇧');
  expect(log).not.toContain('🇺🇸');
});

test('login rejects when the upgrade is refused with 503', async () => {
  await order({ do: 'refuse', code: 503 });
  client = discordClient(sandbox);
  client.on('error', () => undefined);
  await expect(client.login(sandbox.discordToken)).rejects.toThrow('503');
});

test('session starts are counted, and used up they end the login', async () => {
  client = await loggedIn(sandbox);
  const bot = (await client.rest.get('/gateway/bot')) as { session_start_limit: { remaining: number } };
  expect(bot.session_start_limit.remaining).toBe(999);
  await control(sandbox, 'seed', { sessionStarts: 1000 });
  const late = discordClient(sandbox);
  await expect(late.login(sandbox.discordToken)).rejects.toThrow('Not enough sessions remaining');
  expect((await byHand([identify()])).code).toBe(4004);
});

/** A client by hand: what it gets until the socket closes, and the code. */
async function byHand(
  send: object[],
  query = 'v=10&encoding=json',
): Promise<{ got: { op: number; t?: string }[]; code: number }> {
  client = client ?? discordClient(sandbox);
  const socket = new WebSocket(
    `${sandbox.discordApiUrl.replace('http', 'ws').replace(/api$/, 'gateway')}?${query}`,
  );
  const got: { op: number; t?: string }[] = [];
  socket.on('message', (data) => {
    const payload = JSON.parse(data.toString());
    got.push(payload);
    if (payload.op === 10)
      for (const item of send) socket.send(typeof item === 'string' ? item : JSON.stringify(item));
  });
  const code = await new Promise<number>((resolve) => socket.on('close', resolve));
  return { got, code };
}

const identify = (d: object = {}) => ({
  op: 2,
  d: { token: sandbox.discordToken, intents: 0, properties: {}, ...d },
});

test('each mistake on the socket has its close code', async () => {
  const codes: [string, number][] = [];
  const check = async (what: string, send: object[], query?: string) =>
    codes.push([what, (await byHand(send, query)).code]);
  await check('unknown opcode', [{ op: 99 }]);
  await check('no JSON', ['nonsense' as never]);
  await check('too long', [{ op: 1, d: 'x'.repeat(5000) }]);
  await check('not authenticated', [{ op: 3, d: {} }]);
  await check('wrong token', [identify({ token: 'x' })]);
  await check('identified twice', [identify(), identify()]);
  await check('invalid shard', [identify({ shard: [2, 2] })]);
  await check('invalid intents', [identify({ intents: 1 << 30 })]);
  await check('disallowed intents', [identify({ intents: 2 })]);
  await check('invalid version', [], 'v=9&encoding=json');
  await check(
    'too many',
    Array.from({ length: 121 }, () => ({ op: 1, d: null })),
  );
  await check('no heartbeat', [identify()]);
  expect(codes).toEqual([
    ['unknown opcode', 4001],
    ['no JSON', 4002],
    ['too long', 4002],
    ['not authenticated', 4003],
    ['wrong token', 4004],
    ['identified twice', 4005],
    ['invalid shard', 4010],
    ['invalid intents', 4013],
    ['disallowed intents', 4014],
    ['invalid version', 4012],
    ['too many', 4008],
    ['no heartbeat', 4009],
  ]);
});

test('the compressed stream holds the same payloads', async () => {
  client = discordClient(sandbox);
  const socket = new WebSocket(
    `${sandbox.discordApiUrl.replace('http', 'ws').replace(/api$/, 'gateway')}?v=10&encoding=json&compress=zlib-stream`,
  );
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  let text = '';
  inflate.on('data', (chunk) => {
    text += chunk;
  });
  let tail = Buffer.alloc(0);
  socket.on('message', (data: Buffer) => {
    tail = Buffer.from(data.subarray(-4));
    inflate.write(data);
  });
  await expect.poll(() => text).toContain('"op":10');
  expect(tail).toEqual(Buffer.from([0, 0, 255, 255]));
  socket.send(JSON.stringify(identify({ intents: 1 })));
  await expect.poll(() => text).toContain('"t":"GUILD_CREATE"');
  socket.close();
});

test('two shards of one client are two sockets, and both get ready', async () => {
  client = await loggedIn(sandbox, { shards: [0, 1], shardCount: 2, intents: [GatewayIntentBits.Guilds] });
  expect((await worldOf(sandbox)).sockets).toBe(2);
});
