import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bot, posted, privateTo, quickSandbox, slackOps, startBot, until, world } from './start-bot.ts';
import { ask, people } from './talk.ts';

let bot: Bot;

beforeAll(async () => {
  bot = await startBot({ sandbox: await quickSandbox(), postAtStart: true });
  for (const platform of ['slack', 'discord'] as const) {
    await until(
      async () => (await world(bot.sandbox, platform)).sockets > 0 && bot.app.isReady(),
      (hears) => hears,
    );
  }
});
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

const shown = async (platform: 'slack' | 'discord') =>
  JSON.stringify((await privateTo(bot.sandbox, platform, people[platform])).at(-1)?.payload ?? {});

test.each([
  ['slack', 'why distillation', /Cobaltine.+slack-ko, edition of [\d-]+ [\d:]+: It is in, as a h\w+\./],
  ['discord', '왜 증류', /Cobaltine.+discord-ko, edition of [\d-]+ [\d:]+: It is in, as a h\w+\./],
  ['slack', 'why zeppelin maintenance', /No briefs about/],
] as const)('on %s, /brief %s says why from the stored verdict', async (platform, words, answer) => {
  expect(await ask(bot, platform, words)).toMatchObject({ acknowledged: true, error: null });
  await until(
    () => shown(platform),
    (text) => answer.test(text),
  );
});

test('a brief that the gate keeps out is told once in the operator’s channel', async () => {
  const text =
    '---\ntitle: "Free lamps"\ncanonical_url: "javascript:alert(1)"\nsummary_en: "Lamps for everybody."\n---\n';
  writeFileSync(path.join(bot.briefsDir, 'lamps.md'), text);
  const notices = async () =>
    (await posted(bot.sandbox, 'slack')).filter(
      (message) => message.channel === slackOps && JSON.stringify(message.payload).includes('lamps.md'),
    );
  await until(notices, (found) => found.length > 0);
  await bot.library.scan();
  await bot.library.scan();
  await bot.app.delivery.tick();
  const found = await notices();
  expect(found).toHaveLength(1);
  expect(JSON.stringify(found[0]?.payload)).toContain('only http and https are posted');
});
