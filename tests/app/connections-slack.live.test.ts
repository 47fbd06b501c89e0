import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import type { Call } from '../../src/sandbox/world.ts';
import {
  accessTo,
  type Bot,
  control,
  privateTo,
  quickSandbox,
  slackKo,
  startBot,
  until,
} from './start-bot.ts';
import {
  ask,
  connections,
  expectOneMore,
  expectToHear,
  fault,
  logged,
  noFaults,
  people,
  postedCount,
  setFlag,
  sockets,
  storiesIn,
} from './talk.ts';

const onlySlack = (sandbox: Sandbox) => ({ slack: accessTo(sandbox).slack, discord: null });

const settings = `briefs: { folder: ./unused }
channels:
  - { name: slack-ko, platform: slack, channel: ${slackKo}, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`;

function start(sandbox: Sandbox, postAtStart = false): Promise<Bot> {
  return startBot({ sandbox, settings, postAtStart, environment: onlySlack(sandbox) });
}

const twoSockets = (bot: Bot) =>
  until(
    () => sockets(bot, 'slack'),
    (count) => count === 2,
  );

describe('one Slack connection through its troubles', () => {
  let bot: Bot;
  let stories: string[];
  let next = 0;

  beforeAll(async () => {
    bot = await start(await quickSandbox(), true);
    stories = await storiesIn(bot, 'slack');
  });
  afterEach(async () => {
    await noFaults(bot, 'slack');
    expect(bot.fatal).toEqual([]);
  });
  afterAll(async () => {
    await bot.stop();
    await bot.sandbox.close();
  });

  /** Sets a flag nobody set before; the answer is one message in public. */
  async function flagAStory(): Promise<void> {
    const message = stories[next % stories.length] ?? '';
    next += 1;
    await setFlag(bot, 'slack', { channel: slackKo, message, language: 'en' });
  }

  test('two sockets are open', async () => {
    await twoSockets(bot);
  });

  test('sockets that fell silent are replaced, and a flag they swallowed is answered once', async () => {
    await twoSockets(bot);
    await connections(bot, 'slack', { do: 'freeze' });
    const before = await postedCount(bot, 'slack');
    await flagAStory();
    await expectOneMore(bot, 'slack', before);
    await connections(bot, 'slack', { do: 'thaw' });
    await twoSockets(bot);
  });

  test('a flag set while Slack took no connection is answered once', async () => {
    await connections(bot, 'slack', { do: 'refuse' });
    await connections(bot, 'slack', { do: 'cut' });
    await until(
      () => sockets(bot, 'slack'),
      (count) => count === 0,
    );
    expect(await ask(bot, 'slack')).toMatchObject({ acknowledged: false });
    const before = await postedCount(bot, 'slack');
    await flagAStory();
    expect(bot.app.isReady()).toBe(false);
    await connections(bot, 'slack', { do: 'accept' });
    await expectOneMore(bot, 'slack', before);
  });

  test('so is one whose message Slack fails to show after the reconnect', async () => {
    await twoSockets(bot);
    await connections(bot, 'slack', { do: 'refuse' });
    await connections(bot, 'slack', { do: 'cut' });
    await until(
      () => sockets(bot, 'slack'),
      (count) => count === 0,
    );
    const before = await postedCount(bot, 'slack');
    await flagAStory();
    await fault(bot, 'slack', { match: { method: 'reactions.get' }, kind: '500-before', count: null });
    await connections(bot, 'slack', { do: 'accept' });
    const message = stories[(next - 1) % stories.length] ?? '';
    await until(
      () => control<Call[]>(bot.sandbox, 'slack/calls?method=reactions.get'),
      (calls) => calls.some((call) => call.fault !== null && JSON.stringify(call.body).includes(message)),
      30_000,
    );
    await noFaults(bot, 'slack');
    await expectOneMore(bot, 'slack', before);
  });

  test.each(['refresh', 'warning'])('no command is lost while one socket goes after a %s', async (order) => {
    const before = (await privateTo(bot.sandbox, 'slack', people.slack)).length;
    let asked = 0;
    for (const _round of [1, 2]) {
      await twoSockets(bot);
      await connections(bot, 'slack', { do: order, socket: 0 });
      for (const _time of [1, 2, 3, 4, 5]) {
        expect(await ask(bot, 'slack')).toMatchObject({ acknowledged: true, error: null });
        asked += 1;
      }
    }
    const answers = await until(
      () => privateTo(bot.sandbox, 'slack', people.slack),
      (found) => found.length >= before + asked,
    );
    expect(answers).toHaveLength(before + asked);
    await twoSockets(bot);
  });

  test.each([
    { do: 'refresh' },
    { do: 'close' },
    { do: 'close', code: 1011 },
    { do: 'cut' },
    { do: 'cut', socket: 0 },
  ])('after %o both sockets are back', async (order) => {
    await twoSockets(bot);
    await connections(bot, 'slack', order);
    await twoSockets(bot);
    await expectToHear(bot, 'slack');
  });

  test.each([
    { kind: '500-before', count: 4 },
    { kind: '429', retryAfter: 1, count: 2 },
    { kind: 'drop-before', count: 4 },
    { kind: 'stall', afterMs: 4_000, count: 2 },
    { kind: 'slow', afterMs: 4_000, count: 2 },
    { kind: 'error', status: 'internal_error', count: 4 },
    { kind: 'error', status: 'invalid_auth', count: 2 },
  ])('apps.connections.open failing with %o ends in a connection', async (draft) => {
    await twoSockets(bot);
    await fault(bot, 'slack', { match: { method: 'apps.connections.open' }, ...draft });
    await connections(bot, 'slack', { do: 'cut' });
    await until(
      () => sockets(bot, 'slack'),
      (count) => count < 2,
    );
    await twoSockets(bot);
    await expectToHear(bot, 'slack');
  });

  test('a command and an event delivered twice are answered once', async () => {
    const before = (await privateTo(bot.sandbox, 'slack', people.slack)).length;
    await ask(bot, 'slack');
    await until(
      () => privateTo(bot.sandbox, 'slack', people.slack),
      (found) => found.length === before + 1,
    );
    await control(bot.sandbox, 'slack/redeliver', {});
    await expectToHear(bot, 'slack');
    const answers = await until(
      () => privateTo(bot.sandbox, 'slack', people.slack),
      (found) => found.length >= before + 2,
    );
    expect(answers).toHaveLength(before + 2);

    const count = await postedCount(bot, 'slack');
    await flagAStory();
    await control(bot.sandbox, 'slack/redeliver', {});
    await expectOneMore(bot, 'slack', count);
  });
});

describe('an app token that is refused', () => {
  test.each(['invalid_auth', 'not_allowed_token_type', 'missing_scope'])(
    'with %s at the start: one sentence, no waiting',
    async (status) => {
      const sandbox = await quickSandbox();
      await control(sandbox, 'slack/faults', {
        match: { method: 'apps.connections.open' },
        kind: 'error',
        status,
        count: null,
      });
      const bot = await start(sandbox);
      expect(bot.fatal).toHaveLength(1);
      expect(bot.fatal[0]).toMatch(/app token.*connections:write.*SLACK_APP_TOKEN/);
      await bot.stop();
      await sandbox.close();
    },
  );

  test('for good while running: one sentence, after it was asked again', async () => {
    const bot = await start(await quickSandbox());
    await twoSockets(bot);
    await fault(bot, 'slack', {
      match: { method: 'apps.connections.open' },
      kind: 'error',
      status: 'invalid_auth',
      count: null,
    });
    await connections(bot, 'slack', { do: 'cut' });
    await until(
      async () => bot.fatal,
      (sentences) => sentences.length > 0,
    );
    expect(bot.fatal).toHaveLength(1);
    expect(bot.fatal[0]).toMatch(/SLACK_APP_TOKEN/);
    await bot.stop();
    await bot.sandbox.close();
  });
});

describe('others with the same app token', () => {
  /** A socket of another program: acknowledges whatever comes. */
  async function stranger(sandbox: Sandbox): Promise<WebSocket> {
    const client = new WebClient(sandbox.slackAppToken, { slackApiUrl: sandbox.slackApiUrl });
    const { url } = await client.apps.connections.open({});
    const socket = new WebSocket(String(url));
    await new Promise((resolve) => socket.once('message', resolve));
    socket.on('message', (data) => {
      const { envelope_id } = JSON.parse(String(data)) as { envelope_id?: string };
      if (envelope_id) socket.send(JSON.stringify({ envelope_id }));
    });
    return socket;
  }

  test('are noticed, and said what to do about', async () => {
    const sandbox = await quickSandbox();
    const other = await stranger(sandbox);
    const bot = await start(sandbox);
    await logged(bot, /another program with the same SLACK_APP_TOKEN/);
    other.terminate();
    await bot.stop();
    await sandbox.close();
  });

  test('that hold all ten sockets are no reason to die; a free one is taken', async () => {
    const sandbox = await quickSandbox();
    const others: WebSocket[] = [];
    for (let count = 0; count < 10; count += 1) others.push(await stranger(sandbox));
    const bot = await start(sandbox);
    await logged(bot, /has its ten sockets/);
    expect(bot.app.isReady()).toBe(true);
    expect(await sockets(bot, 'slack')).toBe(10);
    for (const other of others) other.terminate();
    await until(
      () => sockets(bot, 'slack'),
      (count) => count >= 1 && count <= 2,
    );
    await expectToHear(bot, 'slack');
    expect(bot.fatal).toEqual([]);
    await bot.stop();
    await sandbox.close();
  });
});
