import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/sandbox/world.ts';
import {
  type Bot,
  control,
  discordBoth,
  discordKo,
  posted,
  privateTo,
  quickSandbox,
  startBot,
  until,
  world,
} from './start-bot.ts';

const emma = '100000000000000203';
/** Gets no editions. */
const lounge = '100000000000000150';
const direct = '100000000000000151';
/** So-whats are kept from one of two channels. The newest edition is the other one's. */
const settings = `briefs: { folder: ./unused }
channels:
  - { name: public, platform: discord, channel: "${discordKo}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko, soWhat: false }
  - { name: team, platform: discord, channel: "${discordBoth}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: both }
`;

let bot: Bot;
let thread = '';

const text = (message: StoredMessage | undefined) => JSON.stringify(message?.payload ?? {});
const told = async (before: number): Promise<string> => {
  const answers = await until(
    () => privateTo(bot.sandbox, 'discord', emma),
    (all) => all.length > before && (Number(all.at(-1)?.payload.flags ?? 0) & 128) === 0,
  );
  return text(answers.at(-1));
};

async function ask(channel: string, topic: string): Promise<string> {
  const before = (await privateTo(bot.sandbox, 'discord', emma)).length;
  const options = topic === '' ? {} : { topic };
  await control(bot.sandbox, 'discord/act/command', { person: emma, channel, command: 'brief', options });
  return told(before);
}

beforeAll(async () => {
  const sandbox = await quickSandbox();
  await control(sandbox, 'discord/seed', {
    channels: [
      { id: lounge, name: 'lounge', kind: 'channel' },
      { id: direct, kind: 'dm', createdBy: emma },
    ],
  });
  bot = await startBot({ sandbox, settings, postAtStart: true });
  thread = await until(
    async () => {
      const { channels } = await world(bot.sandbox, 'discord');
      return channels.find(({ kind, parent }) => kind === 'thread' && parent === discordKo)?.id ?? '';
    },
    (id) => id !== '',
  );
  await until(
    async () => (await bot.store.postedEditions(9)).length,
    (count) => count === 2,
  );
});
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

test('in the thread of an edition, the channel’s edition, week and rules count', async () => {
  expect(await ask(discordBoth, 'distillation')).toContain('→');
  expect(await ask(discordKo, 'distillation')).not.toContain('→');
  expect(await ask(thread, 'distillation')).not.toContain('→');
  const edition = await ask(thread, '');
  expect(edition).toMatch(/5 of \d+/);
  expect(edition).not.toContain('another channel');
  expect(await ask(thread, 'week')).not.toContain('had no edition');
  expect(await ask(thread, 'why distillation')).not.toContain('gets no editions');
  expect(await ask(thread, 'status')).toContain('public');
});

test('where no entry says so, so-whats are not told beside a channel that keeps them to itself', async () => {
  for (const topic of ['distillation', '']) {
    const answer = await ask(lounge, topic);
    expect(answer).toMatch(topic === '' ? /another channel/ : /Cobaltine/);
    expect(answer).not.toContain('→');
  }
  const before = (await privateTo(bot.sandbox, 'discord', emma)).length;
  await control(bot.sandbox, 'discord/act/command', {
    person: emma,
    channel: direct,
    command: 'mybrief since',
    options: { when: '2020-01-01' },
  });
  const missed = await told(before);
  expect(missed).toMatch(/stories since/);
  expect(missed).not.toContain('→');
});

test('the buttons under a story in the thread show no more than the story does', async () => {
  const story = (await posted(bot.sandbox, 'discord')).find(
    ({ channel, payload }) => channel === thread && payload.type !== 21,
  );
  expect(text(story)).not.toContain('→');
  const before = (await privateTo(bot.sandbox, 'discord', emma)).length;
  const action = /"custom_id":"([^"]+:lang:en)"/.exec(text(story))?.[1];
  await control(bot.sandbox, 'discord/act/press', {
    person: emma,
    channel: thread,
    message: story?.id,
    action,
  });
  const shown = await told(before);
  expect(shown).toContain('Key points');
  expect(shown).not.toContain('→');
});
