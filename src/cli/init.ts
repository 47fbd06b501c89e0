import { readVariables } from '../config/environment.ts';
import { readSettings } from '../config/read-settings.ts';
import { textOf } from '../config/text-of.ts';
import { pullBriefs, pulledFolder } from '../git/pull-briefs.ts';
import { askTerminal } from '../setup/init/ask-terminal.ts';
import { gatherAnswers } from '../setup/init/gather-answers.ts';
import type { InitFlags, InitOptions } from '../setup/init/init-options.ts';
import { tell } from '../setup/init/init-options.ts';
import { knownSettings } from '../setup/init/known-settings.ts';
import { connectBot, writeSetup } from '../setup/init/write-setup.ts';
import { readSlackManifest } from '../setup/slack-manifest.ts';
import type { CommonFlags } from './flags.ts';
import { say } from './say.ts';

const timeoutMs = 10_000;

/** Sets the bot up, by questions at a terminal or by flags alone. */
export async function init(flags: CommonFlags & InitFlags & { yes?: boolean }): Promise<void> {
  const isAsking = process.stdin.isTTY && process.stdout.isTTY && flags.yes !== true;
  const variables = readVariables('.env');
  const { settings } = readSettings(textOf(flags.config) ?? '');
  const isTrial = Boolean(variables.SLACK_API_URL || variables.DISCORD_API_URL);
  const options: InitOptions = {
    flags,
    ask: isAsking ? askTerminal({ input: process.stdin, output: process.stdout }) : null,
    variables,
    manifest: readSlackManifest(),
    root: '.',
    timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    timeoutMs,
    ...knownSettings(settings, isTrial),
    pull: async ({ git, branch = null, path = '' }, token) => {
      await pullBriefs({ url: git, branch, path, token: token || null }, flags.data, variables);
      return pulledFolder(flags.data);
    },
    say,
  };
  const gathered = await gatherAnswers(options);
  await writeSetup(options, gathered.answers, {
    env: '.env',
    settings: flags.config,
    folders: [flags.data, 'digests'],
  });
  await connectBot(options, gathered);
  const [first] = gathered.answers.channels;
  tell(options, 'Done. What comes next:');
  for (const [command, does] of [
    ['npx sowhat doctor', 'looks whether everything is right'],
    [`npx sowhat preview --channel ${first?.name ?? 'NAME'}`, 'shows the next edition'],
    ['npx sowhat start', 'runs the bot'],
  ])
    say(`  ${command?.padEnd(48)} ${does}`);
}
