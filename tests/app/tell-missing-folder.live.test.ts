import { renameSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sowhat } from './sowhat.ts';
import { quickSandbox, startBot, toldOperator, until } from './start-bot.ts';

test('a briefs folder that vanishes is told to the operator once, shown by status, and told again when it is back', async () => {
  const sandbox = await quickSandbox();
  const bot = await startBot({ sandbox });
  const told = async () => (await toldOperator(sandbox)).map(({ payload }) => JSON.stringify(payload));
  try {
    renameSync(bot.briefsDir, `${bot.briefsDir}-off`);
    await until(told, (notices) => notices.length === 1);
    expect((await told())[0]).toContain(`The briefs folder ${bot.briefsDir} cannot be read.`);
    await bot.library.look();
    expect((await sowhat(bot, 'status')).out).toContain(
      `! The briefs folder ${bot.briefsDir} cannot be read.`,
    );
    expect(await bot.library.list()).not.toEqual([]);
    renameSync(`${bot.briefsDir}-off`, bot.briefsDir);
    const both = await until(told, (notices) => notices.length === 2);
    expect(both[1]).toContain(`The briefs folder ${bot.briefsDir} can be read again.`);
    expect((await sowhat(bot, 'status')).out).not.toContain('cannot be read');
  } finally {
    await bot.stop();
    await sandbox.close();
  }
});
