import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  postgresPrograms,
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from '../store/throwaway-postgres.ts';
import { type Bot, control, privateTo, quickSandbox, slackKo, startBot, until } from './start-bot.ts';

const bin = postgresPrograms();
if (bin === null && process.env.CI === 'true')
  throw new Error('PostgreSQL is missing: apt-get install postgresql');

const admin = 'U0SEOYEON';
const settings = `briefs: { folder: ./unused }
channels:
  - { name: team, platform: slack, channel: ${slackKo}, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`;

describe.skipIf(bin === null)('two programs on one PostgreSQL', () => {
  let postgres: ThrowawayPostgres;
  let bots: Bot[] = [];

  beforeAll(async () => {
    postgres = await startThrowawayPostgres(bin ?? '');
    const databaseUrl = await postgres.database();
    const sandbox = await quickSandbox();
    bots = [
      await startBot({ sandbox, settings, databaseUrl }),
      await startBot({ sandbox, settings, databaseUrl }),
    ];
  });
  afterAll(async () => {
    for (const bot of bots) await bot.stop();
    await bots[0]?.sandbox.close();
    await postgres.stop();
  });

  /** Slack gives the command to either of the two. */
  async function told(text: string): Promise<string> {
    const [{ sandbox }] = bots as [Bot];
    const before = (await privateTo(sandbox, 'slack', admin)).length;
    await control(sandbox, 'slack/act/command', { person: admin, channel: slackKo, command: '/brief', text });
    const answers = await until(
      () => privateTo(sandbox, 'slack', admin),
      (all) => all.length > before,
    );
    return JSON.stringify(answers.at(-1)?.payload);
  }

  const states = () =>
    Promise.all(
      bots.map(
        async ({ app }) => (await app.delivery.standings()).find(({ name }) => name === 'team')?.state,
      ),
    );

  test('what one was told in the chat counts for both, whichever is asked next', async () => {
    for (const [word, state, again] of [
      ['중지', 'paused', '이미 중지되어 있습니다'],
      ['재개', 'ok', '중지되어 있지 않습니다'],
    ] as const) {
      await told(word);
      // Whoever hears it next knows, before its clock has told it to look.
      for (let turn = 0; turn < 4; turn += 1) expect(await told(word)).toContain(again);
      await until(states, (all) => all.every((each) => each === state));
    }
  });

  test('a channel that one was told to set up gets editions of both', async () => {
    const [{ store }] = bots as [Bot];
    await store.changeOverrides({
      id: 'new-channel',
      spot: { platform: 'slack', workspace: 'T0SANDBOX', channel: 'C0SANDBOXEN' },
      by: { id: admin, name: '김서연' },
      at: Date.now(),
      set: { name: 'made', schedule: '0 7 * * *', timezone: 'UTC', language: 'en', topics: [] },
      unset: [],
    });
    await until(
      () => Promise.all(bots.map(({ app }) => app.delivery.standings())),
      (all) => all.every((each) => each.some(({ name }) => name === 'made')),
    );
  });
});
