import { type Client, type ClientOptions, Events } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { callsOf, control, junho, loggedIn, marketingKo, textChannel, worldOf } from './discord-client.ts';

let sandbox: Sandbox;
let client: Client;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

function fault(body: object): Promise<unknown> {
  return control(sandbox, 'faults', { match: { method: 'POST /channels/*/messages' }, ...body });
}

/** Sends one message; whether it resolved, and how many are in the channel. */
async function outcome(rest: ClientOptions['rest'] = {}, message: object = {}): Promise<[string, number]> {
  client = await loggedIn(sandbox, { rest });
  const channel = await textChannel(client, marketingKo);
  const result = await channel.send({ content: 'x', ...message }).then(
    () => 'resolved',
    (error: Error) => error.name,
  );
  return [result, (await worldOf(sandbox)).messages.length];
}

const nonce = { nonce: 'n1', enforceNonce: true };

test('500 before storing: retried, one message', async () => {
  await fault({ kind: '500-before' });
  expect(await outcome()).toEqual(['resolved', 1]);
});

test('502 for ever: given up after four attempts', async () => {
  await fault({ kind: '500-before', status: 502, count: null });
  expect(await outcome()).toEqual(['HTTPError', 0]);
  expect((await callsOf(sandbox, 'POST /channels/*')).map(({ status, fault }) => [status, fault])).toEqual(
    Array.from({ length: 4 }, () => [502, '500-before']),
  );
});

test('stored and answered 503 twice: three messages, or one with a nonce', async () => {
  await fault({ kind: '500-after', status: 503, count: 2 });
  expect(await outcome()).toEqual(['resolved', 3]);
  await client.destroy();
  await control(sandbox, 'faults', undefined, 'DELETE');
  await fault({ kind: '500-after', status: 503, count: 2 });
  expect(await outcome({}, nonce)).toEqual(['resolved', 4]);
});

test('slower than the time-out: four messages and a rejection', async () => {
  await fault({ kind: 'slow', afterMs: 400, count: null });
  expect(await outcome({ timeout: 100 })).toEqual(['AbortError', 4]);
});

test('slow before storing: stored after the client gave up', async () => {
  await fault({ kind: 'slow-before', afterMs: 400 });
  expect(await outcome({ timeout: 100, retries: 0 })).toEqual(['AbortError', 0]);
  await expect.poll(async () => (await worldOf(sandbox)).messages.length).toBe(1);
});

test('stored, then the connection ends: rejected, not retried', async () => {
  await fault({ kind: 'drop-after' });
  const [result, messages] = await outcome();
  expect([result, messages]).toEqual(['SocketError', 1]);
});

test('stored, then the connection is reset: retried, two messages', async () => {
  await fault({ kind: 'reset-after' });
  expect(await outcome()).toEqual(['resolved', 2]);
});

test('an answer whose body stalls outlives the time-out', async () => {
  await fault({ kind: 'stall', afterMs: 600 });
  const before = Date.now();
  expect(await outcome({ timeout: 200 })).toEqual(['resolved', 1]);
  expect(Date.now() - before).toBeGreaterThanOrEqual(600);
});

test('no retries: rejected at once, the message is there', async () => {
  await fault({ kind: '500-after' });
  expect(await outcome({ retries: 0 })).toEqual(['HTTPError', 1]);
});

test('a callback that was taken and answered 500 is retried into 40060', async () => {
  client = await loggedIn(sandbox);
  const codes: number[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    interaction.reply('x').catch((error) => codes.push(error.code));
  });
  await client.application?.commands.set([{ name: 'brief', description: 'x' }]);
  await control(sandbox, 'faults', { match: { method: 'POST /interactions/*' }, kind: '500-after' });
  await control(sandbox, 'act/command', { person: junho, channel: marketingKo, command: 'brief' });
  await expect.poll(() => codes).toEqual([40_060]);
});

test('401 wipes the token of the client: nothing reaches the server any more', async () => {
  await fault({ kind: 'error', status: 401 });
  await outcome();
  const channel = await textChannel(client, marketingKo);
  await expect(channel.send('again')).rejects.toThrow('Expected token to be set');
  expect(await callsOf(sandbox, 'POST /channels/*')).toHaveLength(1);
});

test('a 429 with a long wait rejects where the client says so; an error fault gives the platform’s code', async () => {
  await fault({ kind: '429', retryAfter: 3600 });
  const [name] = await outcome({ rejectOnRateLimit: ({ retryAfter }) => retryAfter > 10_000 });
  expect(name).toMatch(/^RateLimitError/);
  await client.destroy();
  await fault({ kind: 'error', status: 10_003 });
  client = await loggedIn(sandbox);
  const channel = await textChannel(client, marketingKo);
  await expect(channel.send('x')).rejects.toMatchObject({ code: 10_003, status: 404 });
});

test('a 429 without Retry-After is asked again at once', async () => {
  await fault({ kind: '429', retryAfter: null, count: 5 });
  expect(await outcome()).toEqual(['resolved', 1]);
  expect(await callsOf(sandbox, 'POST /channels/*')).toHaveLength(6);
});

test('history that lags hides what was stored', async () => {
  client = await loggedIn(sandbox);
  const channel = await textChannel(client, marketingKo);
  await control(sandbox, 'history-lag', { ms: 500 });
  const { id } = await channel.send('x');
  const read = () => client.rest.get(`/channels/${marketingKo}/messages`) as Promise<object[]>;
  expect(await read()).toEqual([]);
  await expect(client.rest.get(`/channels/${marketingKo}/messages/${id}`)).rejects.toMatchObject({
    code: 10_008,
  });
  await expect.poll(read).toHaveLength(1);
});

test('limits: five messages in five seconds and channel, and the client waits by itself', async () => {
  let now = Date.now();
  await sandbox.close();
  sandbox = await startSandbox({ port: 0, clock: () => now });
  client = await loggedIn(sandbox);
  const post = async (channel = marketingKo) =>
    fetch(`${sandbox.discordApiUrl}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.discordToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'x' }),
    });
  const roomy = await post();
  expect(roomy.headers.get('x-ratelimit-remaining')).toBe('999');
  await control(sandbox, 'limits', { enforce: true });
  const remaining: (string | null)[] = [];
  for (let i = 0; i < 5; i += 1) remaining.push((await post()).headers.get('x-ratelimit-remaining'));
  expect(remaining).toEqual(['4', '3', '2', '1', '0']);
  const refused = await post();
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
    429,
    '5',
    { message: 'You are being rate limited.', retry_after: 5, global: false },
  ]);
  expect((await post('100000000000000102')).status).toBe(200);
  now += 5000;
  expect((await post()).status).toBe(200);
  const statuses = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      post(`1000000000000${String(i).padStart(5, '0')}`).then((r) => r.status),
    ),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(11);
  const { limits } = await control<{ limits: { invalidRequests: number } }>(sandbox, '');
  expect(limits.invalidRequests).toBe(12);
});
