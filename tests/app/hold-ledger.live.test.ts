import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backUpLedger } from '../../src/backup/back-up-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ownersFolder, type Program, startProgram } from '../security/start-program.ts';
import { temporaryFolder, until } from './start-bot.ts';

const settings = `briefs: { folder: "${path.resolve('config/sample-briefs')}" }
channels:
  - { name: ko, platform: slack, channel: C0SANDBOXKO, schedule: "30 8 * * *", timezone: Asia/Seoul, language: ko }
`;
// Nothing listens there: the bot reaches no platform, and so posts nowhere.
const env = {
  SLACK_BOT_TOKEN: 'xoxb-1-invented',
  SLACK_APP_TOKEN: 'xapp-1-invented',
  SLACK_API_URL: 'http://127.0.0.1:1/api/',
};

let bot: Program | null = null;
afterAll(() => void bot?.child.kill('SIGKILL'));

test('the ledger of a bot that starts, or reaches no platform, is not restored under it', async () => {
  const folder = ownersFolder(settings);
  const backup = path.join(temporaryFolder('backup'), 'ledger.db');
  const other = temporaryFolder('other');
  await (await openStore({ dataDir: other, clock: Date.now })).close();
  await backUpLedger(other, backup);

  bot = startProgram(folder, ['start', '--config', 'sowhat.yaml'], env);
  await until(
    async () => bot?.printed() ?? '',
    (text) => text.includes('the briefs folder was read'),
    40_000,
  );
  const refused = startProgram(folder, ['restore', backup], {});
  expect(await refused.ended).toBe(1);
  expect(refused.printed()).toContain('Sowhat is running on this ledger');

  bot.child.kill('SIGTERM');
  await bot.ended;
  const restored = startProgram(folder, ['restore', backup], {});
  expect(await restored.ended, restored.printed()).toBe(0);
});
