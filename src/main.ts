import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { diskTrouble } from './disk/disk-trouble.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

// Each command brings in what it needs and no more: a search need not load two chat clients.
const program = new Command('sowhat')
  .description(
    'Tells a team every morning what happened and why it matters, in Korean and English, on Slack and Discord.',
  )
  .version(version)
  .showHelpAfterError('(npx sowhat --help lists the commands)');

/** A whole number within bounds; commander prints the sentence. */
function wholeNumber(least: number, most: number): (text: string) => string {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return text;
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };
}

/** Options that every command takes. */
function withCommon(command: Command): Command {
  return withPlaces(command).option(
    '--briefs <folder>',
    'the briefs folder, instead of the one in the settings',
  );
}

function withPlaces(command: Command): Command {
  return command
    .option(
      '--config <file>',
      'the settings; aliases.yaml beside them, or else the packaged one, says which names mean the same',
      'config/sowhat.yaml',
    )
    .option('--data <folder>', 'where the state lies', 'data');
}

withCommon(program.command('start', { isDefault: false }))
  .description('run the bot; without tokens in .env, against the built-in sandbox')
  .option(
    '--port <number>',
    'port of the sandbox page (without tokens); 4310 when it is free',
    wholeNumber(0, 65_535),
  )
  .action(async (flags) => (await import('./cli/start.ts')).start(flags));

program
  .command('sandbox')
  .description('run the sandbox alone: a Slack and a Discord on 127.0.0.1')
  .option('--port <number>', 'port to listen on; any free one when left out', wholeNumber(0, 65_535))
  .option('--data <folder>', 'where the state lies', 'data')
  .option('--json', 'print the addresses and tokens on one line')
  .action(async (flags) => (await import('./cli/sandbox.ts')).sandbox(flags));

withCommon(program.command('check'))
  .description('check the settings and every brief; exit 1 if anything is wrong')
  .option('--all', 'say of each brief, too, what its file was taken for and why')
  .option('--json', 'print {briefs, problems, quarantined, retracted, kinds}')
  .action(async (flags) => (await import('./cli/check.ts')).check(flags));

withPlaces(program.command('init'))
  .description('set the bot up, by questions; without a terminal, by these flags and the variables in .env')
  .option('--briefs <folder or address>', 'the briefs: a folder, or a git repository (its token: GIT_TOKEN)')
  .option('--branch <name>', 'branch of the repository; its own choice when left out')
  .option('--path <folder>', 'folder of the briefs in the repository; found by itself when left out')
  .option(
    '--slack-bot-token <token>',
    'xoxb-…; better in the variable SLACK_BOT_TOKEN, which no process list shows',
  )
  .option('--slack-app-token <token>', 'xapp-…; likewise SLACK_APP_TOKEN')
  .option('--discord-token <token>', 'likewise DISCORD_TOKEN')
  .option(
    '--channel <platform:id:language>',
    'a channel that gets editions, such as slack:C0123456789:ko, once for each; the other channels of the settings stay',
    (value: string, before: string[] = []) => [...before, value],
  )
  .option('--time <hh:mm>', 'when editions come; 08:30 when left out')
  .option('--days <weekdays|daily>', 'on which days; weekdays when left out')
  .option('--timezone <zone>', 'such as Asia/Seoul; this machine’s when left out')
  .option(
    '--operator <platform:id>',
    'channel where the bot tells what a person must mend, and what readers report',
  )
  .option('--overwrite', 'replace .env and the settings without asking; a copy is kept')
  .option('--yes', 'ask nothing')
  .action(async (flags) => (await import('./cli/init.ts')).init(flags));

withCommon(program.command('doctor'))
  .description('check tokens, rights, channels, briefs, ledger and clock; exit 1 if anything is wrong')
  .option('--fix', 'mend what can be mended safely: join channels, register commands, make folders')
  .option('--json', 'print [{name, ok, says, mend, fixed}]')
  .action(async (flags) => (await import('./cli/doctor.ts')).doctor(flags));

withCommon(program.command('preview'))
  .description('show an edition as it will look; touches no network')
  .option('--channel <name>', 'name of the channel in the settings; the first one when left out')
  .option('--at <instant>', 'as if now were this instant, such as 2026-06-30T08:30:00+09:00')
  .option('--open', 'open it in the browser: both platforms side by side, and at a phone’s width')
  .option('--explain', 'list every candidate with its score and why it is in or out')
  .option('--json', 'print {channel, platform, edition, messages}, with --explain {candidates} too')
  .action(async (flags) => (await import('./cli/preview.ts')).preview(flags));

withCommon(program.command('post'))
  .description('post the slot that was last due; safe to repeat')
  .requiredOption('--channel <name>', 'name of the channel in the settings')
  .option('--at <instant>', 'as if now were this instant')
  .option('--json', 'print what was posted')
  .action(async (flags) => (await import('./cli/post.ts')).post(flags));

withCommon(program.command('status'))
  .description('show how every channel stands: last and next edition, held or paused and why')
  .option('--json', 'print the standings')
  .action(async (flags) => (await import('./cli/status.ts')).status(flags));

withCommon(program.command('why'))
  .description('say in one sentence why a brief was in, or out of, an edition')
  .argument('<file>', 'the brief, as its path below the briefs folder')
  .requiredOption('--channel <name>', 'name of the channel in the settings')
  .option('--at <instant>', 'as if now were this instant, such as 2026-06-30T08:30:00+09:00')
  .option('--json', 'print [{file, why}]')
  .action(async (file, flags) => (await import('./cli/why.ts')).why(file, flags));

const config = program.command('config').description('what was set in the chat, over the settings file');

withCommon(config.command('export'))
  .description(
    'print the settings that count as YAML: the file with its comments, and what was set in the chat',
  )
  .action(async (flags) => (await import('./cli/config.ts')).configExport(flags));

withCommon(config.command('reset'))
  .description('take back what was set in the chat: the settings file counts again')
  .option('--channel <name>', 'of this channel alone; of all when left out')
  .action(async (flags) => (await import('./cli/config.ts')).configReset(flags));

withCommon(program.command('retract'))
  .description('take a brief back: out of every message, archive, feed, search and later edition')
  .argument('<file>', 'the brief, as its path below the briefs folder')
  .option('--undo', 'put it back')
  .option('--json', 'print {files, undone, messages, channels}')
  .action(async (file, flags) => (await import('./cli/retract.ts')).retract(file, flags));

withCommon(program.command('correct'))
  .description('show a brief as its file reads now, marked as corrected, wherever it was told')
  .argument('<file>', 'the brief, as its path below the briefs folder')
  .option('--json', 'print {files, messages, channels}')
  .action(async (file, flags) => (await import('./cli/correct.ts')).correct(file, flags));

withCommon(program.command('stories'))
  .description('list the stories: which briefs tell the same event')
  .option('--pairs <file>', 'say of each pair in [{"a": file, "b": file}] whether it tells one story')
  .option('--json', 'print [[file, …], …], single ones too')
  .action(async (flags) => (await import('./cli/stories.ts')).stories(flags));

withCommon(program.command('archive'))
  .description('write the archive of every posted edition anew, from the ledger')
  .action(async (flags) => (await import('./cli/archive.ts')).archive(flags));

withCommon(program.command('search'))
  .description('search the briefs, in Korean or English')
  .argument('[query]', 'what to look for')
  .option('--limit <number>', 'how many at most', wholeNumber(1, 1_000), '10')
  .option('--at <instant>', 'as if now were this instant')
  .option('--explain', 'print how the query was read and why each hit is there')
  .option(
    '--stdin',
    'one {"id", "q", "now"} a line in, one {"id", "files", "ms"} or {"id", "files": [], "error"} a line out',
  )
  .option('--json', 'print [{file, title, score}], best first')
  .action(async (query, flags) => (await import('./cli/search.ts')).search(query, flags));

program
  .command('backup')
  .description('copy the ledger into one file, while the bot runs or not')
  .argument('<file>', 'where to; must not exist yet')
  .option('--data <folder>', 'where the state lies', 'data')
  .action(async (file, flags) => (await import('./cli/backup.ts')).backup(file, flags));

program
  .command('restore')
  .description('put a backup in the ledger’s place; the bot must be stopped')
  .argument('<file>', 'made by backup')
  .option('--data <folder>', 'where the state lies', 'data')
  .action(async (file, flags) => (await import('./cli/backup.ts')).restore(file, flags));

program
  .command('migrate')
  .description(
    'move the ledger from SQLite into the empty PostgreSQL of DATABASE_URL; the bot must be stopped',
  )
  .option('--data <folder>', 'where the state lies', 'data')
  .action(async (flags) => (await import('./cli/backup.ts')).migrate(flags));

/** Where the command keeps its state. */
let dataFolder = 'data';
program.hook('preAction', (_program, command) => {
  dataFolder = command.opts<{ data?: string }>().data ?? dataFolder;
});

/** Calls of the system that only write. */
const writing = ['mkdir', 'mkdtemp', 'write', 'unlink', 'rename', 'copyfile'];

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, path: file, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: stop the program that has it, or give another (--port, or health.port in the settings).`;
  if (syscall === 'mkdir' && (code === 'EEXIST' || code === 'ENOTDIR'))
    return `The folder ${file ?? dataFolder} cannot be made, for a file is in its way: name another folder, or move the file away.`;
  // Errors with a sentence of their own are no calls of the system.
  if (syscall === undefined) return error.message;
  const folder = file ? path.dirname(file) : dataFolder;
  return diskTrouble(error, folder, writing.includes(syscall) ? 'all' : 'full') ?? error.message;
}

// Whoever reads the output may have seen enough, as `head` has; that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? 0);
  });
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exit(1);
}
