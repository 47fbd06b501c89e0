import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Bot } from './start-bot.ts';

const run = promisify(execFile);

/** Runs a command beside a bot, on its settings, briefs and ledger; gives its exit code and what it printed. */
export async function sowhat(
  bot: Pick<Bot, 'briefsDir' | 'settingsPath'>,
  ...words: string[]
): Promise<{ code: number; out: string }> {
  const state = path.dirname(bot.settingsPath);
  const common = ['--config', bot.settingsPath, '--briefs', bot.briefsDir, '--data', state];
  // Any token makes it a real run: the ledger is the bot's, not that of a trial. Nothing is asked of the network.
  const env = { PATH: process.env.PATH, SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  try {
    const argv = [path.resolve('bin/sowhat.js'), ...words, ...common];
    const { stdout } = await run(process.execPath, argv, { cwd: state, env });
    return { code: 0, out: stdout };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, out: failed.stdout + failed.stderr };
  }
}
