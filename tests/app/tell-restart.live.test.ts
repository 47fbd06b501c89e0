import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { quickSandbox, startBot, toldOperator, until } from './start-bot.ts';

test('another place of the briefs, which waits for a start, is told to the operator; another time of a channel is not', async () => {
  const sandbox = await quickSandbox();
  const bot = await startBot({ sandbox });
  const told = async () => (await toldOperator(sandbox)).map(({ payload }) => JSON.stringify(payload));
  const change = (from: string, to: string) =>
    writeFileSync(bot.settingsPath, readFileSync(bot.settingsPath, 'utf8').replace(from, to));
  try {
    change('30 8 * * *', '45 8 * * *');
    await until(
      async () => bot.lines,
      (lines) => lines.some(({ msg }) => msg === 'the settings were read again'),
    );
    change('folder: ./unused', 'git: "https://git.example/team/briefs.git", branch: other');
    const notices = await until(told, (all) => all.length > 0);
    expect(notices).toEqual([
      expect.stringContaining(
        `${bot.settingsPath}: what was changed under briefs counts once the bot is started again.`,
      ),
    ]);
  } finally {
    await bot.stop();
    await sandbox.close();
  }
});
