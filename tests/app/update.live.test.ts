import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredMessage } from '../../src/sandbox/world.ts';
import {
  type Bot,
  discordKo,
  posted,
  quickSandbox,
  slackEn,
  slackKo,
  startBot,
  until,
  world,
} from './start-bot.ts';

let bot: Bot;
/** The samples tell of an agent's checkout on Tuesday, and on Friday that it was paused. */
const setAt = { real: Date.now(), turned: Date.parse('2026-07-01T08:29:30+09:00') };
const clock = () => setAt.turned + (Date.now() - setAt.real);

function turnTo(instant: string): void {
  setAt.real = Date.now();
  setAt.turned = Date.parse(instant);
}

beforeAll(async () => {
  bot = await startBot({ sandbox: await quickSandbox(), clock });
  for (const [date, due] of [
    ['2026-07-01', '2026-07-01T08:30:05+09:00'],
    ['2026-07-04', '2026-07-04T08:30:05+09:00'],
  ] as const) {
    turnTo(due);
    // The link of an update needs the message that told what went before.
    await until(
      () => bot.app.delivery.standings(),
      (standings) =>
        standings.length === 4 &&
        standings.every(({ last }) => last?.slot.date === date && last.posted === last.parts),
      60_000,
    );
  }
}, 120_000);
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

const update = /Update to Wednesday’s story|수요일 소식의 후속/;
const before = 'lumenport-halden-agent-checkout';

/** Where the words of an update lead: in each platform's markup. */
const ways = {
  slack: /<(?<url>[^|>]+)\|(?:Update to Wednesday’s story|수요일 소식의 후속)>/u,
  discord: /\[수요일 소식의 후속\]\((?<url>[^)]+)\)/u,
};

/** What the bot wrote in a channel and its threads. */
async function messagesIn(platform: 'slack' | 'discord', channel: string): Promise<StoredMessage[]> {
  const { channels } = await world(bot.sandbox, platform);
  const inside = channels
    .filter(({ id, parent }) => id === channel || parent === channel)
    .map(({ id }) => id);
  return (await posted(bot.sandbox, platform)).filter((message) => inside.includes(message.channel));
}

const isSaying = (message: StoredMessage, what: RegExp | string) => {
  const text = JSON.stringify(message.payload);
  return typeof what === 'string' ? text.includes(what) : what.test(text);
};

test.each([
  ['slack', slackKo],
  ['slack', slackEn],
  ['discord', discordKo],
] as const)(
  'a later development is an update on %s in %s, with a link to the message that told what went before',
  async (platform, channel) => {
    const messages = await messagesIn(platform, channel);
    const updates = messages.filter((message) => isSaying(message, update));
    expect(updates.length).toBeGreaterThan(0);
    for (const message of updates) {
      const url = ways[platform].exec(JSON.stringify(message.payload))?.groups?.url ?? '';
      const told = messages.find(({ id }) => url.includes(platform === 'slack' ? id.replace('.', '') : id));
      expect(told && isSaying(told, before), url).toBe(true);
    }
  },
);
