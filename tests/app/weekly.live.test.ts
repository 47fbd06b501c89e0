import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call, StoredMessage } from '../../src/sandbox/world.ts';
import {
  type Bot,
  control,
  discordKo,
  posted,
  privateTo,
  quickSandbox,
  slackKo,
  startBot,
  temporaryFolder,
  until,
} from './start-bot.ts';

const zone = 'timezone: Asia/Seoul, weekly: { day: sat, time: "17:00" }';
const settings = `briefs: { folder: ./unused }
channels:
  - { name: slack-ko, platform: slack, channel: ${slackKo}, schedule: "30 8 * * *", language: ko, ${zone} }
  - { name: discord-ko, platform: discord, channel: "${discordKo}", schedule: "30 8 * * *", language: ko, ${zone} }
`;
const at = (time: string) => Date.parse(`${time}+09:00`);

/** Roll-ups in a channel, oldest first. */
async function rollUps(bot: Bot, platform: 'slack' | 'discord'): Promise<StoredMessage[]> {
  return (await posted(bot.sandbox, platform)).filter(({ payload }) =>
    JSON.stringify(payload).includes('주간 정리 · '),
  );
}

describe('the weekly roll-up', () => {
  const stateDir = temporaryFolder('weekly');
  /** A clock that runs on from where it was put. */
  let shift = at('2026-06-29T16:30:00') - Date.now();
  const setClock = (time: string) => {
    shift = at(time) - Date.now();
  };
  let bot: Bot;
  const start = async (sandbox?: Bot['sandbox']) =>
    startBot({
      sandbox: sandbox ?? (await quickSandbox()),
      settings,
      stateDir,
      postAtStart: true,
      clock: () => Date.now() + shift,
    });

  beforeAll(async () => {
    bot = await start();
  });
  afterAll(async () => {
    await bot.stop();
    await bot.sandbox.close();
  });

  test('comes at its hour and not before, once in each channel, with the chart', async () => {
    setClock('2026-07-04T08:30:01');
    await until(
      () => bot.app.delivery.standings(),
      (all) => all.every(({ last }) => last?.slot.time === '0830' && last.posted === last.parts),
      30_000,
    );
    setClock('2026-07-04T16:59:50');
    expect(await rollUps(bot, 'slack')).toEqual([]);
    setClock('2026-07-04T17:00:01');
    for (const platform of ['slack', 'discord'] as const) {
      const [first] = await until(
        () => rollUps(bot, platform),
        (found) => found.length > 0,
      );
      const text = JSON.stringify(first?.payload);
      expect(text).toContain('6월 28일–7월 4일');
      expect(text).toContain('이번 주 주제');
      expect(text).toMatch(platform === 'slack' ? /"slack_file":\{"id":"F/ : /"filename":"upload-0.png"/);
      expect(text).toContain('토요일 브리핑');
    }
  });

  test('not again after a restart, nor when the week is told in the other language', async () => {
    await bot.stop();
    bot = await start(bot.sandbox);
    setClock('2026-07-04T18:00:00');
    const [rollUp] = await rollUps(bot, 'slack');
    if (!rollUp) throw new Error('no roll-up');
    await control(bot.sandbox, 'slack/act/react', {
      ...{ person: 'U0EMMA', channel: slackKo, message: rollUp.id, emoji: 'us' },
    });
    await until(
      () => posted(bot.sandbox, 'slack'),
      (all) => all.some((m) => m.thread === rollUp.id && JSON.stringify(m.payload).includes('The week · ')),
    );
    for (const platform of ['slack', 'discord'] as const)
      expect(await rollUps(bot, platform)).toHaveLength(1);
    const uploads = await control<Call[]>(bot.sandbox, 'slack/calls?method=files.completeUploadExternal');
    expect(uploads).toHaveLength(1);
  });

  test('one that is switched on later begins with its next hour, and one whose day is moved waits', async () => {
    setClock('2026-07-04T19:00:00');
    const moved = settings.replaceAll('day: sat', 'day: sun').replaceAll('17:00', '18:00');
    writeFileSync(bot.settingsPath, moved);
    await until(
      () => bot.store.value(`weekly:slack:T0SANDBOX:${slackKo}`),
      (kept) => kept?.includes('0 18 * * sun') ?? false,
    );
    setClock('2026-07-05T18:00:01');
    await until(
      async () => bot.app.delivery.standings(),
      (all) => all.every(({ last }) => last?.slot.date === '2026-07-04'),
    );
    for (const platform of ['slack', 'discord'] as const)
      expect(await rollUps(bot, platform)).toHaveLength(1);
  });

  test('anybody can ask for it', async () => {
    const person = 'U0SEOYEON';
    const order = { person, channel: slackKo, command: '/brief', text: '주간' };
    await control(bot.sandbox, 'slack/act/command', order);
    const [answer] = await until(
      () => privateTo(bot.sandbox, 'slack', person),
      (answers) => answers.length > 0,
    );
    expect(JSON.stringify(answer?.payload)).toContain('주간 정리 · 6월 29일–7월 5일');
  });
});
