import { expect } from 'vitest';
import type { World } from '../../src/sandbox/world.ts';
import { type Bot, control, discordKo, posted, privateTo, slackKo, until, world } from './start-bot.ts';

type PlatformName = 'slack' | 'discord';

export const places = { slack: slackKo, discord: discordKo } as const;
export const people = { slack: 'U0EMMA', discord: '100000000000000203' } as const;
const flags = {
  slack: { en: 'us', ko: 'kr' },
  discord: { en: '🇺🇸', ko: '🇰🇷' },
} as const;

interface Outcome {
  acknowledged: boolean;
  error: string | null;
}

/** Types `/brief help` as a person, as often as asked, one after the other; gives what each of them was shown. */
export async function ask(bot: Bot, platform: PlatformName, words = 'help'): Promise<Outcome> {
  const who = { person: people[platform], channel: places[platform] };
  const typed =
    platform === 'slack'
      ? { command: '/brief', text: words }
      : { command: 'brief', options: { topic: words } };
  return control<Outcome>(bot.sandbox, `${platform}/act/command`, { ...who, ...typed });
}

/** Asks until the bot hears again, and then checks that this one answer comes once. */
export async function expectToHear(bot: Bot, platform: PlatformName): Promise<void> {
  await until(
    async () => (await world(bot.sandbox, platform)).sockets > 0 && bot.app.isReady(),
    (hears) => hears,
    30_000,
  );
  const before = (await privateTo(bot.sandbox, platform, people[platform])).length;
  await until(
    () => ask(bot, platform),
    ({ acknowledged }) => acknowledged,
    30_000,
  );
  await until(
    () => privateTo(bot.sandbox, platform, people[platform]),
    (answers) => answers.length === before + 1 && (Number(answers.at(-1)?.payload.flags ?? 0) & 128) === 0,
  );
}

/** A skim message of the bot that no flag was set on before. */
export async function skimOf(bot: Bot, platform: PlatformName, channel: string): Promise<string> {
  const found = await until(
    async () => (await posted(bot.sandbox, platform)).find((message) => message.channel === channel),
    (message) => message !== undefined,
  );
  return found?.id ?? '';
}

export async function setFlag(
  bot: Bot,
  platform: PlatformName,
  where: { channel: string; message: string; language: 'en' | 'ko' },
): Promise<void> {
  const { language, ...spot } = where;
  await control(bot.sandbox, `${platform}/act/react`, {
    person: people[platform],
    ...spot,
    emoji: flags[platform][language],
  });
}

/** The stories of an edition, each with what the bot said under it; for flags on messages nobody flagged before. */
export async function storiesIn(bot: Bot, platform: PlatformName): Promise<string[]> {
  const messages = await until(
    async () => {
      const skim = await skimOf(bot, platform, places[platform]);
      return (await posted(bot.sandbox, platform)).filter(
        ({ id, channel, thread, payload }) =>
          (platform === 'slack' ? thread === skim && id !== skim : channel === skim) && payload.type !== 21,
      );
    },
    (stories) => stories.length >= 5,
  );
  return messages.map(({ id }) => id);
}

/** How many messages the bot has posted in public. */
export async function postedCount(bot: Bot, platform: PlatformName): Promise<number> {
  return (await posted(bot.sandbox, platform)).length;
}

/** Waits for exactly one more message, and has the bot answer something else before it looks for a second one. */
export async function expectOneMore(bot: Bot, platform: PlatformName, before: number): Promise<void> {
  await until(
    () => postedCount(bot, platform),
    (count) => count > before,
    30_000,
  );
  await expectToHear(bot, platform);
  expect(await postedCount(bot, platform)).toBe(before + 1);
}

export async function connections(bot: Bot, platform: PlatformName, order: object): Promise<void> {
  await control(bot.sandbox, `${platform}/connections`, order);
}

export async function fault(bot: Pick<Bot, 'sandbox'>, platform: PlatformName, draft: object): Promise<void> {
  await control(bot.sandbox, `${platform}/faults`, draft);
}

export async function noFaults(bot: Pick<Bot, 'sandbox'>, platform: PlatformName): Promise<void> {
  await fetch(`${bot.sandbox.control}/${platform}/faults`, { method: 'DELETE' });
}

/** Waits for a log line with this text in its message or advice. */
export async function logged(bot: Pick<Bot, 'lines'>, text: RegExp): Promise<void> {
  await until(
    async () => bot.lines.some((line) => text.test(`${String(line.msg)} ${String(line.advice ?? '')}`)),
    (is) => is,
    30_000,
  );
}

export async function sockets(bot: Pick<Bot, 'sandbox'>, platform: PlatformName): Promise<number> {
  return (await control<World>(bot.sandbox, platform)).sockets;
}
