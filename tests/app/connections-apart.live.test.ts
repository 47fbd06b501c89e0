import { afterEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';
import {
  accessTo,
  type Bot,
  control,
  posted,
  quickSandbox,
  slackOps,
  startBot,
  toldOperator,
  until,
} from './start-bot.ts';
import { ask, expectToHear, logged, noFaults } from './talk.ts';

/** What a sandbox's `refuse` keeps up until it is taken back. */
const away = { kind: 'refuse', count: null };

describe('a platform that cannot be had leaves the other one alone', () => {
  let bot: Bot;
  afterEach(async () => {
    await bot.stop();
    await bot.sandbox.close();
  });

  async function startWith(change: (sandbox: Sandbox) => Partial<ReturnType<typeof accessTo>>) {
    const sandbox = await quickSandbox();
    return startBot({
      sandbox,
      postAtStart: true,
      environment: { ...accessTo(sandbox), ...change(sandbox) },
    });
  }

  /** The bot is not ready while one platform is away, and answers on the other one. */
  const answers = (platform: 'slack' | 'discord') =>
    until(
      () => ask(bot, platform),
      ({ acknowledged }) => acknowledged,
    );
  const skims = async (platform: 'slack' | 'discord') =>
    (await posted(bot.sandbox, platform)).filter(({ channel }) => channel !== slackOps);

  test('a refused Discord token: Slack works, and the operator is told once', async () => {
    bot = await startWith(({ discordApiUrl }) => ({
      discord: { token: 'refused.0123456789.abc', apiUrl: discordApiUrl },
    }));
    await until(
      () => skims('slack'),
      (messages) => messages.length > 4,
    );
    await answers('slack');
    const notices = await until(
      () => toldOperator(bot.sandbox),
      (messages) => messages.length > 0,
    );
    expect(JSON.stringify(notices[0]?.payload)).toMatch(
      /Discord refuses the token: .*goes on without Discord/,
    );
    await until(
      async () =>
        bot.lines.filter(
          ({ msg, platform }) => platform === 'discord' && msg === 'not connected; tried again',
        ),
      (tries) => tries.length >= 3,
    );
    expect(await toldOperator(bot.sandbox)).toHaveLength(1);
    expect(bot.fatal).toEqual([]);
    expect(bot.app.isReady()).toBe(false);
  });

  test.each(['slack', 'discord'] as const)(
    '%s is away at the start: it is connected when it is back',
    async (gone) => {
      const other = gone === 'slack' ? 'discord' : 'slack';
      const sandbox = await quickSandbox();
      await control(sandbox, `${gone}/faults`, away);
      bot = await startBot({ sandbox, postAtStart: true });
      await until(
        () => skims(other),
        (messages) => messages.length > 4,
      );
      await answers(other);
      await logged(bot, /not connected; tried again/);
      expect(await skims(gone)).toEqual([]);
      expect([bot.fatal, bot.app.isReady()]).toEqual([[], false]);
      await noFaults(bot, gone);
      await until(async () => bot.app.isReady(), Boolean);
      await expectToHear(bot, gone);
      const name = gone === 'slack' ? 'slack-ko' : 'discord-ko';
      expect(await bot.app.delivery.post(name, 'manual', Date.now())).toMatchObject({ outcome: 'edition' });
      await until(
        () => skims(gone),
        (messages) => messages.length > 0,
      );
    },
  );

  test('both refuse their tokens: the program ends with a sentence', async () => {
    bot = await startWith(({ discordApiUrl, slackApiUrl }) => ({
      discord: { token: 'refused.0123456789.abc', apiUrl: discordApiUrl },
      slack: { botToken: 'xoxb-refused', appToken: 'xapp-refused', apiUrl: slackApiUrl },
    }));
    expect(bot.fatal).toEqual([expect.stringMatching(/refuses the token/)]);
  });
});
