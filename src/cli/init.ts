import { readVariables } from '../config/environment.ts';
import { askTerminal } from '../setup/init/ask-terminal.ts';
import { gatherAnswers } from '../setup/init/gather-answers.ts';
import type { InitFlags, InitOptions } from '../setup/init/init-options.ts';
import { tell } from '../setup/init/init-options.ts';
import { joinChannels, writeSetup } from '../setup/init/write-setup.ts';
import { readSlackManifest } from '../setup/slack-manifest.ts';
import type { CommonFlags } from './flags.ts';
import { say } from './say.ts';

const timeoutMs = 10_000;

/** Sets the bot up, by questions at a terminal or by flags alone. */
export async function init(flags: CommonFlags & InitFlags & { yes?: boolean }): Promise<void> {
  const isAsking = process.stdin.isTTY && process.stdout.isTTY && flags.yes !== true;
  const options: InitOptions = {
    flags,
    ask: isAsking ? askTerminal({ input: process.stdin, output: process.stdout }) : null,
    variables: readVariables('.env'),
    manifest: readSlackManifest(),
    root: '.',
    timezone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    timeoutMs,
    say,
  };
  const gathered = await gatherAnswers(options);
  await writeSetup(options, gathered.answers, {
    env: '.env',
    settings: flags.config,
    folders: [flags.data, 'digests'],
  });
  await joinChannels(options, gathered);
  const [first] = gathered.answers.channels;
  tell(options, 'Done. What comes next:');
  say('  npx sowhat doctor    looks whether everything is right');
  say(`  npx sowhat preview --channel ${first?.name ?? 'NAME'}    shows the next edition`);
  say('  npx sowhat start     runs the bot');
}
