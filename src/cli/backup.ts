import path from 'node:path';
import { backUpLedger } from '../backup/back-up-ledger.ts';
import { refuseNoLedger } from '../backup/refuse-no-ledger.ts';
import { restoreLedger } from '../backup/restore-ledger.ts';
import { readEnvironment, readVariables } from '../config/environment.ts';
import { migrateLedger } from '../store/migrate-ledger.ts';
import { CliError } from './flags.ts';
import { say } from './say.ts';

/** Copies the ledger into a file, while the bot runs or not. The sandbox's ledger is never part of it. */
export async function backup(file: string, flags: { data: string }): Promise<void> {
  refusePostgres('pg_dump --format=custom --file=FILE "$DATABASE_URL"');
  const bytes = await backUpLedger(path.resolve(flags.data), path.resolve(file));
  say(`${file}: the ledger, ${Math.ceil(bytes / 1024)} KB. Keep .env and config/ with it.`);
}

/** Puts a backup in the ledger's place. */
export async function restore(file: string, flags: { data: string }): Promise<void> {
  refusePostgres('pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE');
  const { before } = await restoreLedger(path.resolve(file), path.resolve(flags.data), Date.now);
  say(`The ledger is as it was when ${file} was made.`);
  if (before !== null) say(`The one that was there is kept as ${path.relative('.', before)}.`);
  say('What was posted since then is not in it: its news may be told once more.');
  say('What was retracted or corrected since then is not, either: do that again before the bot starts.');
}

/** Moves the SQLite ledger into the PostgreSQL of DATABASE_URL. */
export async function migrate(flags: { data: string }): Promise<void> {
  const databaseUrl = databaseUrlNow();
  if (databaseUrl === null)
    throw new CliError('Put DATABASE_URL into .env first: the empty PostgreSQL to move the ledger to.');
  refuseNoLedger(path.resolve(flags.data), 'is moved');
  const moved = await migrateLedger({ dataDir: path.resolve(flags.data) }, { databaseUrl }, Date.now);
  const rows = Object.values(moved).reduce((sum, count) => sum + count, 0);
  say(
    rows === 0 ? 'The ledger was moved before; nothing is left to do.' : `${rows} rows moved. Start the bot.`,
  );
}

function databaseUrlNow(): string | null {
  const { environment, problems } = readEnvironment(readVariables('.env'));
  if (environment === null) throw new CliError(problems.join('\n'));
  return environment.databaseUrl;
}

function refusePostgres(command: string): void {
  if (databaseUrlNow() !== null)
    throw new CliError(`The ledger lies in PostgreSQL (DATABASE_URL). Use its own tool: ${command}`);
}
