import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import {
  accessTo,
  type Bot,
  control,
  discordKo,
  posted,
  privateTo,
  quickSandbox,
  quickTiming,
  startBot,
  temporaryFolder,
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

const settings = `briefs: { folder: ./unused }
channels:
  - { name: discord-ko, platform: discord, channel: "${discordKo}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`;

interface Start {
  postAtStart?: boolean;
  token?: string;
  stateDir?: string;
}

function start(sandbox: Sandbox, { token, ...more }: Start = {}): Promise<Bot> {
  const { discord } = accessTo(sandbox);
  return startBot({
    sandbox,
    settings,
    environment: { slack: null, discord: discord && { ...discord, token: token ?? discord.token } },
    timing: { ...quickTiming, discordResumeMs: 2_000 },
    ...more,
  });
}

/** How many sessions were started in the last day, as Discord counts them. */
async function starts(sandbox: Sandbox): Promise<number> {
  const { limits } = await control<{ limits: { sessionStarts: { total: number; remaining: number } } }>(
    sandbox,
    'discord',
  );
  return limits.sessionStarts.total - limits.sessionStarts.remaining;
}

async function end(bot: Bot): Promise<void> {
  await bot.stop();
  await bot.sandbox.close();
}

describe('one Discord connection through its troubles', () => {
  let bot: Bot;
  let stories: string[];
  let next = 0;

  beforeAll(async () => {
    bot = await start(await quickSandbox(), { postAtStart: true });
    stories = await storiesIn(bot, 'discord');
  });
  afterEach(async () => {
    await noFaults(bot, 'discord');
    expect(bot.fatal).toEqual([]);
    expect(await sockets(bot, 'discord')).toBe(1);
  });
  afterAll(() => end(bot));

  async function flagAStory(): Promise<void> {
    const skim =
      (await posted(bot.sandbox, 'discord')).find(({ channel }) => channel === discordKo)?.id ?? '';
    const message = stories[next] ?? '';
    next += 1;
    // The sixth is the skim message itself.
    const where = message === '' ? { channel: discordKo, message: skim } : { channel: skim, message };
    await setFlag(bot, 'discord', { ...where, language: 'en' });
  }

  test.each([
    { do: 'reconnect' },
    { do: 'invalid-session', resumable: true },
    { do: 'invalid-session', resumable: false },
    { do: 'cut' },
    { do: 'close', code: 4009 },
  ])('a flag set right after %o is answered once', async (order) => {
    const before = await postedCount(bot, 'discord');
    await connections(bot, 'discord', order);
    await flagAStory();
    await expectOneMore(bot, 'discord', before);
  });

  test('a flag set while Discord took no connection is answered once', async () => {
    await connections(bot, 'discord', { do: 'refuse' });
    await connections(bot, 'discord', { do: 'cut', resumable: false });
    await until(
      () => sockets(bot, 'discord'),
      (count) => count === 0,
    );
    const before = await postedCount(bot, 'discord');
    await flagAStory();
    await until(
      async () => bot.app.isReady(),
      (is) => !is,
    );
    await connections(bot, 'discord', { do: 'accept' });
    await expectOneMore(bot, 'discord', before);
  });

  test('a RESUME that is never answered is given up, and the connection built anew', async () => {
    const before = await starts(bot.sandbox);
    await connections(bot, 'discord', { do: 'ignore-resume' });
    await connections(bot, 'discord', { do: 'cut' });
    await logged(bot, /fell silent; connecting anew/);
    await expectToHear(bot, 'discord');
    expect(await starts(bot.sandbox)).toBe(before + 1);
  });

  test('so is one on an open socket, after INVALID SESSION', async () => {
    bot.lines.length = 0;
    await connections(bot, 'discord', { do: 'ignore-resume' });
    await connections(bot, 'discord', { do: 'invalid-session', resumable: true });
    await logged(bot, /fell silent; connecting anew/);
    await expectToHear(bot, 'discord');
  });

  test('a connection without heartbeat answers is replaced', async () => {
    await connections(bot, 'discord', { do: 'freeze' });
    await until(
      async () => bot.app.isReady(),
      (is) => !is,
    );
    await expectToHear(bot, 'discord');
  });

  test.each([4004, 4014, 1000])('after a close with %i and a good token it is back', async (code) => {
    const before = await starts(bot.sandbox);
    await connections(bot, 'discord', { do: 'close', code });
    await until(
      () => starts(bot.sandbox),
      (count) => count > before,
    );
    await expectToHear(bot, 'discord');
    expect(await starts(bot.sandbox)).toBe(before + 1);
  });

  test.each([
    { kind: '500-before', count: 4 },
    { kind: 'stall', afterMs: 4_000, count: 1 },
    { kind: '429', retryAfter: 1, count: 1 },
    { kind: 'drop-before', count: 4 },
  ])('a gateway address that fails with %o ends in a connection', async (draft) => {
    await fault(bot, 'discord', { match: { method: 'GET /gateway/bot' }, ...draft });
    await connections(bot, 'discord', { do: 'close', code: 4004 });
    await until(
      async () => bot.app.isReady(),
      (is) => !is,
    );
    await expectToHear(bot, 'discord');
  });

  test('an answer that comes after its connection was given up makes no second one', async () => {
    bot.lines.length = 0;
    await fault(bot, 'discord', { match: { method: 'GET /gateway/bot' }, kind: 'stall', afterMs: 4_000 });
    await connections(bot, 'discord', { do: 'close', code: 4004 });
    await expectToHear(bot, 'discord');
    await logged(bot, /came up late; it is closed/);
    await expectToHear(bot, 'discord');
  });

  test('upgrades refused with 503 leave one connection in the end, not two', async () => {
    await connections(bot, 'discord', { do: 'refuse', code: 503 });
    await connections(bot, 'discord', { do: 'close', code: 4004 });
    bot.lines.length = 0;
    await logged(bot, /no Discord gateway; trying again/);
    await connections(bot, 'discord', { do: 'accept' });
    await expectToHear(bot, 'discord');
    const before = await starts(bot.sandbox);
    // Whatever the thrown-away clients still had in mind comes within their half second.
    for (const _time of [1, 2, 3]) await expectToHear(bot, 'discord');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await starts(bot.sandbox)).toBe(before);
  });

  test('a command delivered twice is answered once', async () => {
    const before = (await privateTo(bot.sandbox, 'discord', people.discord)).length;
    await ask(bot, 'discord');
    await until(
      () => privateTo(bot.sandbox, 'discord', people.discord),
      (found) => found.length === before + 1,
    );
    await control(bot.sandbox, 'discord/redeliver', {});
    await expectToHear(bot, 'discord');
    expect(await privateTo(bot.sandbox, 'discord', people.discord)).toHaveLength(before + 2);
  });
});

describe('what only a person can mend', () => {
  test('a token that is reset while the bot runs: one sentence, after it was asked again', async () => {
    const bot = await start(await quickSandbox());
    await fault(bot, 'discord', {
      match: { method: 'GET /gateway/bot' },
      kind: 'error',
      status: 50027,
      count: null,
    });
    await connections(bot, 'discord', { do: 'close', code: 4004 });
    await until(
      async () => bot.fatal,
      (sentences) => sentences.length > 0,
    );
    expect(bot.fatal).toEqual([expect.stringMatching(/Reset Token.*DISCORD_TOKEN, and restart/)]);
    expect(bot.app.isReady()).toBe(false);
    await end(bot);
  });

  test('a refusal now and then, with connections in between, is forgiven', async () => {
    const bot = await start(await quickSandbox());
    await connections(bot, 'discord', { do: 'close', code: 4014 });
    await expectToHear(bot, 'discord');
    await connections(bot, 'discord', { do: 'close', code: 4014 });
    await expectToHear(bot, 'discord');
    expect(bot.fatal).toEqual([]);
    await end(bot);
  });

  test('connections used up: the bot waits and says so, posts, and does not identify', async () => {
    const sandbox = await quickSandbox();
    await control(sandbox, 'discord/seed', { sessionStarts: 1_000 });
    const before = await starts(sandbox);
    const bot = await start(sandbox, { postAtStart: true });
    await logged(bot, /no more connections until .* Do not restart it/);
    await storiesIn(bot, 'discord');
    expect(bot.app.isReady()).toBe(false);
    expect(bot.fatal).toEqual([]);
    expect(await starts(sandbox)).toBe(before);
    await end(bot);
  });

  test('a gateway that is away at the start: the bot posts, and hears as soon as it can', async () => {
    const sandbox = await quickSandbox();
    await control(sandbox, 'discord/connections', { do: 'refuse', code: 503 });
    const bot = await start(sandbox, { postAtStart: true });
    await storiesIn(bot, 'discord');
    await control(sandbox, 'discord/connections', { do: 'accept' });
    await expectToHear(bot, 'discord');
    await end(bot);
  });
});

test('a program that is started again and again waits before it identifies', async () => {
  const sandbox = await quickSandbox();
  const stateDir = temporaryFolder('again');
  const before = await starts(sandbox);
  for (let count = 0; count < 5; count += 1) await (await start(sandbox, { stateDir })).stop();
  expect(await starts(sandbox)).toBe(before + 5);
  const { discord } = accessTo(sandbox);
  const slow = await startBot({
    sandbox,
    settings,
    stateDir,
    environment: { slack: null, discord },
    timing: { ...quickTiming, discordResumeMs: 1_000, discordFirstWaitMs: 60_000, discordMaxWaitMs: 300_000 },
  });
  await logged(slow, /many connections to Discord of late/);
  expect(slow.app.isReady()).toBe(false);
  expect(await starts(sandbox)).toBe(before + 5);
  await slow.stop();
  await sandbox.close();
});
