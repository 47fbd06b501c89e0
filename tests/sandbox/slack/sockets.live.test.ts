import { SocketModeClient } from '@slack/socket-mode';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ActOutcome } from '../../../src/sandbox/platform.ts';
import type { Call, World } from '../../../src/sandbox/world.ts';
import { appWith, emma, ko, order, startBot, startOne } from './slack-bot.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function bot(...args: Parameters<typeof startBot>) {
  const started = await startBot(...args);
  ends.push(started.stop);
  return started;
}

async function sandboxOnly(...args: Parameters<typeof startOne>) {
  const sandbox = await startOne(...args);
  ends.push(sandbox.close);
  return sandbox;
}

const brief = { person: emma, channel: ko, command: '/brief', text: 'x' };

async function started(app: ReturnType<typeof appWith>): Promise<unknown> {
  await app.init();
  return app.start();
}

test('a wrong app token rejects start, a wrong bot token rejects init', async () => {
  const sandbox = await sandboxOnly();
  await expect(started(appWith(sandbox, { appToken: 'xapp-wrong' }))).rejects.toThrow('invalid_auth');
  await expect(appWith(sandbox, { token: 'xoxb-wrong' }).init()).rejects.toThrow('invalid_auth');
});

test('hello counts the sockets; each payload goes to one of them, and all get their share', async () => {
  const heard: string[] = [];
  const sandbox = await sandboxOnly();
  const hellos: number[] = [];
  for (const name of ['a', 'b']) {
    const client = new SocketModeClient({
      appToken: sandbox.slackAppToken,
      clientOptions: { slackApiUrl: sandbox.slackApiUrl },
    });
    client.on('ws_message', (text: string) => {
      const message = JSON.parse(text) as { type: string; num_connections: number };
      if (message.type === 'hello') hellos.push(message.num_connections);
    });
    client.on('slash_commands', async ({ ack }: { ack: () => Promise<void> }) => {
      heard.push(name);
      await ack();
    });
    await client.start();
    ends.push(async () => {
      await client.disconnect();
    });
  }
  expect(hellos).toEqual([1, 2]);
  for (let i = 0; i < 6; i += 1) {
    const outcome = await order<ActOutcome>(sandbox, 'POST', 'slack/act/command', brief);
    expect(outcome.acknowledged).toBe(true);
  }
  expect(heard.toSorted()).toEqual(['a', 'a', 'a', 'b', 'b', 'b']);
});

test('the eleventh socket is sent away, a used or invented ticket is refused', async () => {
  const sandbox = await sandboxOnly();
  async function address(): Promise<string> {
    const response = await fetch(`${sandbox.slackApiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.slackAppToken}` },
    });
    return ((await response.json()) as { url: string }).url;
  }
  async function firstMessage(url: string): Promise<unknown> {
    const socket = new WebSocket(url);
    ends.push(async () => socket.terminate());
    return new Promise((resolve, reject) => {
      socket.on('message', (data: Buffer) => resolve(JSON.parse(data.toString())));
      socket.on('error', (error) => reject(error));
    });
  }
  for (let n = 1; n <= 10; n += 1) {
    expect(await firstMessage(await address())).toMatchObject({ type: 'hello', num_connections: n });
  }
  const used = await address();
  expect(await firstMessage(used)).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  await expect(firstMessage(used)).rejects.toThrow('401');
  await expect(firstMessage(used.replace(/ticket=[^&]+/, 'ticket=invented'))).rejects.toThrow('401');
});

test('without an acknowledgement a command fails for the person with operation_timeout; without a socket at once', async () => {
  const { sandbox } = await bot(() => undefined, { slackTimings: { ackMs: 100 } });
  const outcome = await order<ActOutcome>(sandbox, 'POST', 'slack/act/command', brief);
  const shown = '/brief failed with the error "operation_timeout"';
  expect(outcome).toMatchObject({ acknowledged: false, ackMs: null, error: shown });
  const { messages } = await order<World>(sandbox, 'GET', 'slack');
  expect(messages).toMatchObject([{ author: 'USLACKBOT', privateTo: emma, payload: { text: shown } }]);

  const lonely = await sandboxOnly();
  expect(await order<ActOutcome>(lonely, 'POST', 'slack/act/command', brief)).toMatchObject({
    error: '/brief failed with the error "dispatch_failed"',
  });
});

test('a late and a second acknowledgement change nothing and are recorded', async () => {
  const sandbox = await sandboxOnly({ slackTimings: { ackMs: 150 } });
  const client = new SocketModeClient({
    appToken: sandbox.slackAppToken,
    clientOptions: { slackApiUrl: sandbox.slackApiUrl },
  });
  let isLate = false;
  let now = () => {};
  const tardy = new Promise<void>((resolve) => {
    now = resolve;
  });
  client.on('slash_commands', async ({ ack }: { ack: (body: object) => Promise<void> }) => {
    if (isLate) await tardy;
    await ack({ text: 'first' });
    if (!isLate) await ack({ text: 'second' });
  });
  await client.start();
  ends.push(async () => {
    await client.disconnect();
  });
  await order(sandbox, 'POST', 'slack/act/command', brief);
  const texts = async () =>
    (await order<World>(sandbox, 'GET', 'slack')).messages.map(({ payload }) => payload.text);
  const acks = async () =>
    (await order<Call[]>(sandbox, 'GET', 'slack/calls?method=socket.ack')).map(({ error }) => error);
  await expect.poll(acks).toEqual([null, 'already_acknowledged_or_too_late']);
  expect(await texts()).toEqual(['first']);

  isLate = true;
  const outcome = await order<ActOutcome>(sandbox, 'POST', 'slack/act/command', brief);
  expect(outcome.acknowledged).toBe(false);
  now();
  await expect.poll(async () => (await acks()).length).toBe(3);
  expect((await acks())[2]).toBe('already_acknowledged_or_too_late');
  expect(await texts()).toEqual(['first', '/brief failed with the error "operation_timeout"']);
});

test('an event nobody acknowledges is tried three times more, with attempt and reason', async () => {
  const sandbox = await sandboxOnly({ slackTimings: { ackMs: 40, retryDelaysMs: [0, 20, 20] } });
  const seen: { id: string; attempt: number; reason: string }[] = [];
  const client = new SocketModeClient({
    appToken: sandbox.slackAppToken,
    clientOptions: { slackApiUrl: sandbox.slackApiUrl },
  });
  client.on('reaction_added', ({ body, retry_num, retry_reason }) => {
    seen.push({ id: body.event_id, attempt: retry_num, reason: retry_reason });
  });
  await client.start();
  ends.push(async () => {
    await client.disconnect();
  });
  const { id: message } = await order<{ id: string }>(sandbox, 'POST', 'slack/act/say', {
    person: emma,
    channel: ko,
    text: 'hi',
  });
  const { event } = await order<{ event: string }>(sandbox, 'POST', 'slack/act/react', {
    person: emma,
    channel: ko,
    message,
    emoji: 'us',
  });
  await expect.poll(() => seen.length).toBe(4);
  expect(seen).toEqual([
    { id: event, attempt: 0, reason: '' },
    { id: event, attempt: 1, reason: 'timeout' },
    { id: event, attempt: 2, reason: 'timeout' },
    { id: event, attempt: 3, reason: 'timeout' },
  ]);
});

test('an event that found no socket is delivered once there is one', async () => {
  const sandbox = await sandboxOnly({ slackTimings: { retryDelaysMs: [0, 300, 300] } });
  const { id: message } = await order<{ id: string }>(sandbox, 'POST', 'slack/act/say', {
    person: emma,
    channel: ko,
    text: 'hi',
  });
  await order(sandbox, 'POST', 'slack/act/react', { person: emma, channel: ko, message, emoji: 'kr' });
  const seen: string[] = [];
  const client = new SocketModeClient({
    appToken: sandbox.slackAppToken,
    clientOptions: { slackApiUrl: sandbox.slackApiUrl },
  });
  client.on('reaction_added', async ({ ack, retry_reason }) => {
    seen.push(retry_reason);
    await ack();
  });
  await client.start();
  ends.push(async () => {
    await client.disconnect();
  });
  await expect.poll(() => seen).toEqual(['connection_failed']);
});

test('Bolt acknowledges events itself; redelivery runs the listener again with a retry number', async () => {
  const seen: unknown[] = [];
  const { sandbox, app } = await bot((app) => {
    app.event('reaction_added', async ({ event, context, body }) => {
      seen.push({ id: body.event_id, reaction: event.reaction, user: event.user, retry: context.retryNum });
      expect(event.item).toEqual({ type: 'message', channel: ko, ts: posted.ts });
      expect(event.item_user).toBe('U0SANDBOXBOT');
    });
  });
  const posted = await app.client.chat.postMessage({ channel: ko, text: 'digest' });
  const react = { person: emma, channel: ko, message: posted.ts, emoji: 'flag-us' };
  const { event } = await order<{ event: string }>(sandbox, 'POST', 'slack/act/react', react);
  await expect.poll(() => seen.length).toBe(1);
  await order(sandbox, 'POST', 'slack/redeliver', {});
  await order(sandbox, 'POST', 'slack/redeliver', { event });
  await expect.poll(() => seen.length).toBe(3);
  expect(seen).toEqual([
    { id: event, reaction: 'flag-us', user: emma, retry: 0 },
    { id: event, reaction: 'flag-us', user: emma, retry: 1 },
    { id: event, reaction: 'flag-us', user: emma, retry: 1 },
  ]);
});

test('the bot’s own reaction is sent, and dropped by Bolt', async () => {
  const seen: string[] = [];
  const { sandbox, app } = await bot((app) => {
    app.event('reaction_added', async ({ event }) => {
      seen.push(event.user);
    });
  });
  await order(sandbox, 'POST', 'slack/seed', {
    scopes: ['chat:write', 'reactions:read', 'reactions:write', 'channels:history'],
  });
  const { ts } = await app.client.chat.postMessage({ channel: ko, text: 'digest' });
  await app.client.reactions.add({ channel: ko, timestamp: ts as string, name: 'kr' });
  await order(sandbox, 'POST', 'slack/act/react', { person: emma, channel: ko, message: ts, emoji: 'us' });
  await expect.poll(() => seen).toEqual([emma]);
  const acks = await order<Call[]>(sandbox, 'GET', 'slack/calls?method=socket.ack');
  expect(acks.length).toBe(2);
});

for (const what of ['warning', 'refresh', 'close', 'cut'] as const) {
  test(`after ${what} the client comes back by itself`, async () => {
    const { sandbox } = await bot(
      (app) => {
        app.command('/brief', async ({ ack }) => {
          await ack();
        });
      },
      { clientPingTimeout: 300 },
    );
    await order(sandbox, 'DELETE', 'slack/calls');
    await order(sandbox, 'POST', 'slack/connections', { do: what });
    const opened = () => order<Call[]>(sandbox, 'GET', 'slack/calls?method=apps.connections.open');
    await expect.poll(async () => (await opened()).length, { timeout: 5_000 }).toBe(1);
    await expect
      .poll(async () => (await order<World>(sandbox, 'GET', 'slack')).sockets, { timeout: 5_000 })
      .toBe(1);
    const outcome = await order<ActOutcome>(sandbox, 'POST', 'slack/act/command', brief);
    expect(outcome.acknowledged).toBe(true);
  });
}

test('a frozen socket answers no pings, so the client leaves it; thawed, all is well', async () => {
  const { sandbox } = await bot(
    (app) => {
      app.command('/brief', async ({ ack }) => {
        await ack();
      });
    },
    { clientPingTimeout: 300, slackTimings: { ackMs: 100 } },
  );
  await order(sandbox, 'POST', 'slack/connections', { do: 'freeze' });
  const outcome = await order<ActOutcome>(sandbox, 'POST', 'slack/act/command', brief);
  expect(outcome.error).toContain('operation_timeout');
  const sockets = async () => (await order<World>(sandbox, 'GET', 'slack')).sockets;
  const opened = () => order<Call[]>(sandbox, 'GET', 'slack/calls?method=apps.connections.open');
  await expect.poll(async () => (await opened()).length, { timeout: 5_000 }).toBe(2);
  await order(sandbox, 'POST', 'slack/connections', { do: 'thaw' });
  await expect.poll(sockets, { timeout: 5_000 }).toBe(1);
  await expect
    .poll(async () => (await order<ActOutcome>(sandbox, 'POST', 'slack/act/command', brief)).acknowledged, {
      timeout: 5_000,
    })
    .toBe(true);
});

test('with two sockets no command is lost while one is refreshed', async () => {
  const { sandbox } = await bot(
    (app) => {
      app.command('/brief', async ({ ack }) => {
        await ack();
      });
    },
    { sockets: 2, clientPingTimeout: 300 },
  );
  expect((await order<World>(sandbox, 'GET', 'slack')).sockets).toBe(2);
  await order(sandbox, 'POST', 'slack/connections', { do: 'refresh', socket: 0 });
  for (let i = 0; i < 20; i += 1) {
    const outcome = await order<ActOutcome>(sandbox, 'POST', 'slack/act/command', brief);
    expect(outcome.error).toBeNull();
  }
});

test('refused upgrades keep the bot out until they are accepted again', async () => {
  const { sandbox } = await bot(() => undefined, { clientPingTimeout: 150 });
  const sockets = async () => (await order<World>(sandbox, 'GET', 'slack')).sockets;
  await order(sandbox, 'POST', 'slack/connections', { do: 'refuse' });
  await order(sandbox, 'POST', 'slack/connections', { do: 'cut' });
  const opened = () => order<Call[]>(sandbox, 'GET', 'slack/calls?method=apps.connections.open');
  await expect.poll(async () => (await opened()).length, { timeout: 5_000 }).toBeGreaterThan(2);
  expect(await sockets()).toBe(0);
  await order(sandbox, 'POST', 'slack/connections', { do: 'accept' });
  await expect.poll(sockets, { timeout: 10_000 }).toBe(1);
});

test('an outage of apps.connections.open is survived by a client that tries for ever', async () => {
  const { sandbox } = await bot(() => undefined, { clientPingTimeout: 150 });
  await order(sandbox, 'POST', 'slack/faults', { kind: 'refuse', count: 4 });
  await order(sandbox, 'POST', 'slack/connections', { do: 'cut' });
  const left = async () => (await order<unknown[]>(sandbox, 'GET', 'slack/faults')).length;
  await expect.poll(left, { timeout: 5_000 }).toBe(0);
  await expect
    .poll(async () => (await order<World>(sandbox, 'GET', 'slack')).sockets, { timeout: 5_000 })
    .toBe(1);
});
