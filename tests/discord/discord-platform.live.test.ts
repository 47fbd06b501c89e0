import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { createDiscordPlatform } from '../../src/discord/discord-platform.ts';
import { type DiscordOptions, openDiscord } from '../../src/discord/open-discord.ts';
import { noticeMessage } from '../../src/message/notice-message.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { control } from '../app/start-bot.ts';
import { platformContract, requestTimeoutMs } from '../platform-contract.ts';

const channel = '100000000000000101';
const other = '100000000000000102';

function optionsFor(sandbox: Sandbox, change: Partial<DiscordOptions> = {}): DiscordOptions {
  const kept = new Map<string, string>();
  return {
    token: sandbox.discordToken,
    apiUrl: sandbox.discordApiUrl,
    logger: pino({ level: 'silent' }),
    clock: Date.now,
    requestTimeoutMs,
    resumeWithinMs: 3_000,
    identifyWaitMs: 0,
    identifyBackOff: { firstMs: 100, mostMs: 500 },
    remembered: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, value) => void kept.set(key, value),
    },
    ...change,
  };
}

const greeting = noticeMessage(['Hello'], 'en', [{ kind: 'press', label: 'More', action: 'more' }]);
const greetingTo = { id: 'abcdefghijklmnopqrstuvwx', silent: true, mentionRole: null };
const start = () => startSandbox({ port: 0 });
const denied = (...permissions: string[]) => ({ channels: [{ id: other, denied: permissions }] });

platformContract({
  name: 'discord',
  start,
  open: async (sandbox) => (await openDiscord(optionsFor(sandbox))).platform,
  async asStranger(sandbox) {
    const { rest, application } = await openDiscord(optionsFor(sandbox));
    return createDiscordPlatform({
      rest,
      clock: Date.now,
      token: sandbox.discordToken,
      application,
      botUser: '100000000000000999',
      requestTimeoutMs,
      guildOf: () => '@me',
    });
  },
  channel,
  person: '100000000000000203',
  posting: 'POST /channels/*/messages',
  flag: '🇺🇸',
  refusing: [
    {
      why: 'the bot cannot see it',
      channel: other,
      seed: denied('VIEW_CHANNEL'),
      code: 'forbidden',
      says: /100000000000000102: give its role “View Channel”/,
    },
    {
      why: 'it may not post there',
      channel: other,
      seed: denied('SEND_MESSAGES'),
      code: 'forbidden',
      says: /“Send Messages”/,
    },
    { why: 'unknown', channel: '100000000000000888', seed: null, code: 'not-found', says: /Copy Channel ID/ },
    {
      why: 'deleted',
      channel: '100000000000000777',
      seed: { channels: [{ id: '100000000000000777', isArchived: true }] },
      code: 'not-found',
      says: /Copy Channel ID/,
    },
  ],
  errors: [
    [50001, 'forbidden', /View Channel/],
    [50013, 'forbidden', /Send Messages/],
    [50083, 'forbidden', /unarchive/],
    [160002, 'forbidden', /Read Message History/],
    [10003, 'not-found', /Copy Channel ID/],
    [10008, 'not-found', /deleted/],
    [50035, 'rejected', /refused the message/],
  ],
  picture: /"filename":"upload-0.png"/,
  noPictures: {
    seed: { channels: [{ id: channel, denied: ['ATTACH_FILES'] }] },
    back: { channels: [{ id: channel, denied: [] }] },
  },
  link: ({ world, channel: where, message }) =>
    `https://discord.com/channels/${world.workspace.id}/${where}/${message}`,
});

test('a wrong token is refused at once, with where to find the right one', async () => {
  const sandbox = await start();
  try {
    await expect(openDiscord(optionsFor(sandbox, { token: 'not.this.one' }))).rejects.toMatchObject({
      code: 'auth',
      message: expect.stringMatching(/Developer Portal → Bot → Reset Token.*DISCORD_TOKEN/),
    });
  } finally {
    await sandbox.close();
  }
});

test('a 401 does not take the token away from the next call', async () => {
  const sandbox = await start();
  try {
    const { platform } = await openDiscord(optionsFor(sandbox));
    await fetch(`${sandbox.control}/discord/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'error', status: 50027 }),
    });
    await expect(platform.find({ channel, thread: null }, ['x'], 0)).rejects.toMatchObject({ code: 'auth' });
    expect(await platform.find({ channel, thread: null }, ['x'], 0)).toEqual(new Map());
  } finally {
    await sandbox.close();
  }
});

test('a busy channel is read to its end, over as many tries as its limit asks for', {
  timeout: 60_000,
}, async () => {
  const sandbox = await start();
  try {
    const { platform } = await openDiscord(optionsFor(sandbox));
    const person = '100000000000000203';
    for (let n = 0; n < 1_150; n += 1)
      await control(sandbox, 'discord/act/say', { person, channel, text: `${n}` });
    await control(sandbox, 'discord/limits', { enforce: true });
    const refusals: unknown[] = [];
    const find = () => platform.find({ channel, thread: null }, ['x'], Date.now() - 15 * 3_600_000);
    const readAll = async () =>
      find().catch((error: { code: string; retryAfterMs: number }) => {
        refusals.push(error.code);
        throw error;
      });
    expect(await vi.waitFor(readAll, { timeout: 40_000, interval: 1_000 })).toEqual(new Map());
    expect(new Set(refusals)).toEqual(new Set(['rate-limited']));
  } finally {
    await sandbox.close();
  }
});

test('of many reactions only those that are flags are asked about', async () => {
  const sandbox = await start();
  try {
    const { platform } = await openDiscord(optionsFor(sandbox));
    const place = { channel, thread: null };
    const { messageId } = await platform.post(
      place,
      platform.renderer.render(greeting, greetingTo),
      greetingTo.id,
    );
    for (const emoji of [...'😀😁😂🤣😃😄😅😆😉😊😋😎😍', '🇺🇸'])
      await control(sandbox, 'discord/act/react', {
        person: '100000000000000203',
        channel,
        message: messageId,
        emoji,
      });
    await control(sandbox, 'discord/limits', { enforce: true });
    expect(await platform.flags(place, messageId, (emoji) => emoji === '🇺🇸')).toEqual([
      { emoji: '🇺🇸', byPerson: true },
    ]);
  } finally {
    await sandbox.close();
  }
});
