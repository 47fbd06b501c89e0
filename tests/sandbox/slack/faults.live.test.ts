import { WebClient, type WebClientOptions } from '@slack/web-api';
import { afterEach, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { Call, World } from '../../../src/sandbox/world.ts';
import { en, ko, order, startOne } from './slack-bot.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(): Promise<Sandbox> {
  const sandbox = await startOne();
  ends.push(sandbox.close);
  return sandbox;
}

/** Retries as a careful bot sets them, or (`eager`) in the SDK's own way, only faster. */
function client(sandbox: Sandbox, options: WebClientOptions = {}): WebClient {
  return new WebClient(sandbox.slackBotToken, {
    slackApiUrl: sandbox.slackApiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: 'none' as never,
    ...options,
  });
}

const eager = { retryConfig: { retries: 3, minTimeout: 10, maxTimeout: 20 }, rejectRateLimitedCalls: false };
const post = { channel: ko, text: 'digest' };

async function fault(sandbox: Sandbox, draft: object): Promise<void> {
  await order(sandbox, 'POST', 'slack/faults', draft);
}

async function stored(sandbox: Sandbox): Promise<number> {
  return (await order<World>(sandbox, 'GET', 'slack')).messages.length;
}

test('a connection dropped before storing: refused for the careful, repaired by the eager', async () => {
  const sandbox = await start();
  await fault(sandbox, { kind: 'drop-before', match: { method: 'chat.*' } });
  await expect(client(sandbox).chat.postMessage(post)).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect(await stored(sandbox)).toBe(0);
  await fault(sandbox, { kind: 'drop-before' });
  await client(sandbox, eager).chat.postMessage(post);
  expect(await stored(sandbox)).toBe(1);
});

test('a connection dropped after storing: one message for the careful, two for the eager', async () => {
  const sandbox = await start();
  await fault(sandbox, { kind: 'drop-after', match: { channel: ko, bodyIncludes: 'digest' } });
  await expect(client(sandbox).chat.postMessage(post)).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect(await stored(sandbox)).toBe(1);
  await fault(sandbox, { kind: 'drop-after' });
  await client(sandbox, eager).chat.postMessage(post);
  expect(await stored(sandbox)).toBe(3);
});

test('an answer slower than the client waits: stored at once (slow), or later although it hung up (slow-before)', async () => {
  const sandbox = await start();
  await fault(sandbox, { kind: 'slow', afterMs: 300 });
  await expect(client(sandbox, { timeout: 100 }).chat.postMessage(post)).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect(await stored(sandbox)).toBe(1);
  await fault(sandbox, { kind: 'slow-before', afterMs: 300 });
  await expect(client(sandbox, { timeout: 100 }).chat.postMessage(post)).rejects.toThrow();
  expect(await stored(sandbox)).toBe(1);
  await expect.poll(() => stored(sandbox)).toBe(2);
});

test('429 with and without Retry-After', async () => {
  const sandbox = await start();
  await fault(sandbox, { kind: '429', retryAfter: 7 });
  await expect(client(sandbox).chat.postMessage(post)).rejects.toMatchObject({
    code: 'slack_webapi_rate_limited_error',
    retryAfter: 7,
  });
  await fault(sandbox, { kind: '429', retryAfter: null });
  await expect(client(sandbox).chat.postMessage(post)).rejects.toThrow('Retry header did not contain');
  expect(await stored(sandbox)).toBe(0);
});

test('500 before and after storing', async () => {
  const sandbox = await start();
  await fault(sandbox, { kind: '500-before', status: 503 });
  await expect(client(sandbox).chat.postMessage(post)).rejects.toMatchObject({ statusCode: 503 });
  expect(await stored(sandbox)).toBe(0);
  await fault(sandbox, { kind: '500-after' });
  await expect(client(sandbox).chat.postMessage(post)).rejects.toMatchObject({ statusCode: 500 });
  expect(await stored(sandbox)).toBe(1);
});

test('an error by name is never retried; a count fires so often; faults are listed and removed', async () => {
  const sandbox = await start();
  await fault(sandbox, { kind: 'error', status: 'fatal_error', count: 2 });
  for (let i = 0; i < 2; i += 1) {
    await expect(client(sandbox, eager).chat.postMessage(post)).rejects.toMatchObject({
      data: { ok: false, error: 'fatal_error' },
    });
  }
  await client(sandbox).chat.postMessage(post);
  await fault(sandbox, { id: 'forever', kind: 'error', status: 'x', count: null });
  expect(await order(sandbox, 'GET', 'slack/faults')).toMatchObject([{ id: 'forever', count: null }]);
  await expect(client(sandbox).chat.postMessage(post)).rejects.toThrow('x');
  await order(sandbox, 'DELETE', 'slack/faults/forever');
  await client(sandbox).chat.postMessage(post);
  const calls = await order<Call[]>(sandbox, 'GET', 'slack/calls?method=chat.*');
  expect(calls.map(({ error, fault }) => [error, fault])).toEqual([
    ['fatal_error', 'error'],
    ['fatal_error', 'error'],
    [null, null],
    ['x', 'error'],
    [null, null],
  ]);
});

test('refuse destroys every connection to Slack, and leaves control alone', async () => {
  const sandbox = await start();
  await fault(sandbox, { kind: 'refuse', count: null });
  await expect(client(sandbox).chat.postMessage(post)).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect(await stored(sandbox)).toBe(0);
  await order(sandbox, 'DELETE', 'slack/faults');
  await client(sandbox).chat.postMessage(post);
});

test('history that lags hides a message from reading until its time has come', async () => {
  let now = 1_760_000_000_000;
  const sandbox = await startOne({ clock: () => now });
  ends.push(sandbox.close);
  await order(sandbox, 'POST', 'slack/history-lag', { ms: 5_000 });
  const bot = client(sandbox);
  const { ts } = await bot.chat.postMessage(post);
  const read = async () => (await bot.conversations.history({ channel: ko })).messages?.length;
  expect(await read()).toBe(0);
  await expect(bot.conversations.replies({ channel: ko, ts: ts as string })).rejects.toThrow(
    'thread_not_found',
  );
  now += 5_000;
  expect(await read()).toBe(1);
});

test('limits, once enforced: a burst of three in a channel, then a message a second; others are free', async () => {
  let now = 1_760_000_000_000;
  const sandbox = await startOne({ clock: () => now });
  ends.push(sandbox.close);
  await order(sandbox, 'POST', 'slack/limits', { enforce: true });
  const bot = client(sandbox);
  for (let i = 0; i < 3; i += 1) await bot.chat.postMessage(post);
  await expect(bot.chat.postMessage(post)).rejects.toMatchObject({ retryAfter: 3 });
  await bot.chat.postMessage({ channel: en, text: 'x' });
  now += 3_000;
  await bot.chat.postMessage(post);
  for (let i = 0; i < 50; i += 1) await bot.conversations.history({ channel: ko });
  await expect(bot.conversations.history({ channel: ko })).rejects.toMatchObject({ retryAfter: 60 });
});

test('a page of another origin, or another host name, is kept out of control', async () => {
  const sandbox = await start();
  const response = await fetch(`${sandbox.control}/reset`, {
    method: 'POST',
    headers: { origin: 'http://evil.example' },
  });
  expect(response.status).toBe(403);
  const wrong = await fetch(`${sandbox.control}/slack/seed`, { method: 'POST', body: '{"channel":1}' });
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toEqual({ error: expect.stringContaining('channel') });
});
