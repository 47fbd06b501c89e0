import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bot, control, discordKo, privateTo, quickSandbox, startBot, until } from './start-bot.ts';

const minji = '100000000000000201';
const elsewhere = `briefs: { folder: ./unused }
servers: ["999999999999999999"]
`;
const here = `${elsewhere}channels:
  - { name: team, platform: discord, channel: "${discordKo}", schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`;
const ops = '100000000000000103';

let bot: Bot;

beforeAll(async () => {
  bot = await startBot({ sandbox: await quickSandbox(), settings: elsewhere });
  await until(
    async () => (await control<{ commands: unknown[] }>(bot.sandbox, 'discord')).commands.length,
    (count) => count > 0,
  );
});
afterAll(async () => {
  await bot.stop();
  await bot.sandbox.close();
});

async function said(command: string, options: object = {}): Promise<string> {
  const before = (await privateTo(bot.sandbox, 'discord', minji)).length;
  await control(bot.sandbox, 'discord/act/command', { person: minji, channel: ops, command, options });
  const answers = await until(
    () => privateTo(bot.sandbox, 'discord', minji),
    (all) => all.length > before && (Number(all.at(-1)?.payload.flags ?? 0) & 128) === 0,
  );
  return JSON.stringify(answers.at(-1)?.payload);
}

test('a server that the settings do not know gets one sentence, and no briefs', async () => {
  expect(await said('brief', { topic: 'payments' })).toContain('다른 팀의 것이라');
  expect(await said('briefing here')).toContain('다른 팀의 것이라');
  const { choices } = await control<{ choices: unknown[] }>(bot.sandbox, 'discord/act/autocomplete', {
    person: minji,
    channel: ops,
    command: 'brief',
    option: 'topic',
    value: 'pay',
  });
  expect(choices).toEqual([]);
  expect((await bot.app.delivery.standings()).length).toBe(0);
});

test('the server of a channel with editions is answered, in its other channels too', async () => {
  writeFileSync(bot.settingsPath, here);
  await until(
    () => bot.app.delivery.standings(),
    (all) => all.length === 1,
  );
  expect(await said('brief', { topic: 'payments' })).not.toContain('다른 팀의 것이라');
});
