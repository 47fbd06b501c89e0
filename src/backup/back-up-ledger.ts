import { existsSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { BackupError, ledgerFile } from './backup-error.ts';
import { refuseNoLedger } from './refuse-no-ledger.ts';
import { snapshot } from './snapshot.ts';

/**
 * Copies the ledger into one file, as it is at this moment, while the bot runs or not.
 * @returns the size of the copy in bytes
 * @throws BackupError
 */
export async function backUpLedger(dataDir: string, file: string): Promise<number> {
  const ledger = ledgerFile(dataDir);
  refuseNoLedger(dataDir, 'is copied');
  if (existsSync(file) && statSync(file).isDirectory())
    throw new BackupError(`${file} is a folder: name a file in it, such as ${path.join(file, 'backup.db')}.`);
  if (existsSync(file)) throw new BackupError(`${file} is there already. Name another file, or remove it.`);
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);
  try {
    snapshot(ledger, draft);
    await rename(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    const reason = (error as Error).message;
    throw new BackupError(
      `${file} could not be written (${reason}). Check that there is room, and that you may write there.`,
      { cause: error },
    );
  }
  return statSync(file).size;
}
