import { existsSync } from 'node:fs';
import path from 'node:path';
import { BackupError, ledgerFile } from './backup-error.ts';

/** @throws BackupError where the folder holds no ledger; opening it would make an empty one. */
export function refuseNoLedger(dataDir: string, whatHappens: 'is copied' | 'is moved'): void {
  if (existsSync(ledgerFile(dataDir))) return;
  const trial = path.join(dataDir, 'sandbox');
  const why = existsSync(ledgerFile(trial))
    ? `the bot has run there in its sandbox alone, whose ledger ${whatHappens} with --data ${trial}.`
    : 'the bot has not run there yet.';
  throw new BackupError(`There is no ledger in ${dataDir}: ${why}`);
}
