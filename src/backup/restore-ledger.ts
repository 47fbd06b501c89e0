import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { diskTrouble } from '../disk/disk-trouble.ts';
import { unreadableError } from '../disk/unreadable.ts';
import { openStore } from '../store/open-store.ts';
import { BackupError, ledgerFile } from './backup-error.ts';
import { snapshot } from './snapshot.ts';

/** What SQLite keeps beside a database. @see https://sqlite.org/tempfiles.html */
const logs = ['-wal', '-shm'];

export interface Restored {
  /** Where the ledger that was there before is now; null where there was none. */
  before: string | null;
}

/**
 * Puts a backup in the ledger's place, brought up to this program; the ledger that was there is kept beside it.
 * Nothing is changed unless the backup is whole and the bot is stopped.
 * @throws BackupError, or StoreError where the backup was made by a newer program
 */
export async function restoreLedger(file: string, dataDir: string, clock: () => number): Promise<Restored> {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`);
  if (!statSync(file).isFile())
    throw new BackupError(`${file} is no file: name the file that the backup command wrote.`);
  refuseUnreadable(file);
  const ledger = ledgerFile(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const trial = mkdtempSync(path.join(dataDir, '.restore-'));
  try {
    copyFileSync(file, ledgerFile(trial));
    refuseDamaged(ledgerFile(trial), file);
    await (await openStore({ dataDir: trial, clock })).close();
    const whole = path.join(trial, 'whole.db');
    snapshot(ledgerFile(trial), whole);
    if (existsSync(ledger)) refuseWhileRunning(ledger, clock());
    const name = freeName(
      `${ledger}.before-${new Date(clock()).toISOString().slice(0, 19).replaceAll(':', '')}`,
    );
    const owned = statSync(existsSync(ledger) ? ledger : dataDir);
    const before = keep(ledger, name) ? name : null;
    for (const each of before === null ? [whole] : [whole, before]) giveTo(owned, each);
    // A log that belongs to the old file would be read into the new one.
    for (const end of logs) rmSync(ledger + end, { force: true });
    renameSync(whole, ledger);
    return { before };
  } catch (error) {
    const why = diskTrouble(error, dataDir, 'full');
    throw why === null ? error : new BackupError(why, { cause: error });
  } finally {
    rmSync(trial, { recursive: true, force: true });
  }
}

/** An administrator restores what another account goes on with, and who may read it stays as it was. */
function giveTo(owned: Stats, file: string): void {
  if (!existsSync(file)) return;
  try {
    if (owned.isFile()) chmodSync(file, owned.mode & 0o777);
    if (process.getuid?.() === 0) chownSync(file, owned.uid, owned.gid);
  } catch {
    // Some disks know no owners, or not ours; the bot says what it may not write to.
  }
}

function refuseUnreadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw new BackupError(unreadableError(file, error).message, { cause: error });
  }
}

function refuseDamaged(copy: string, file: string): void {
  let said: string | null;
  try {
    said = inspect(copy, faultOf);
  } catch (error) {
    said = (error as Error).message;
  }
  if (said !== null)
    throw new BackupError(`${file} is no whole backup of a ledger (${said}). Nothing was changed.`);
}

function faultOf(db: Database.Database): string | null {
  const [check] = db.prepare('pragma integrity_check').all() as { integrity_check: string }[];
  if (check?.integrity_check !== 'ok') return check?.integrity_check ?? 'it cannot be checked';
  const schema = db.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get();
  return schema ? null : 'it holds no ledger';
}

function freeName(name: string, nth = 2): string {
  const isTaken = ['', ...logs].some((end) => existsSync(name + end));
  return isTaken ? freeName(`${name.replace(/~\d+$/, '')}~${nth}`, nth + 1) : name;
}

/**
 * Keeps what stands in the ledger's place under another name: as one file, or, where it is damaged, as it lies there.
 * @returns false where nothing is there
 */
function keep(ledger: string, name: string): boolean {
  const there = ['', ...logs].filter((end) => existsSync(ledger + end));
  if (there.length === 0) return false;
  try {
    if (there[0] !== '') throw new Error('Only its log is left.');
    snapshot(ledger, name);
  } catch (error) {
    if (isInUse(error)) throw error;
    rmSync(name, { force: true });
    for (const end of there) copyFileSync(ledger + end, name + end);
  }
  return true;
}

/** A running bot holds a lease on every lane it posts in. Of a damaged ledger nobody can tell: no bot runs on it. */
function refuseWhileRunning(ledger: string, now: number): void {
  let held: unknown;
  try {
    held = inspect(ledger, (db) =>
      db.prepare("select 1 from sqlite_master where name = 'leases'").get()
        ? db.prepare('select 1 from leases where until_at > ?').get(now)
        : undefined,
    );
  } catch (error) {
    if (!isInUse(error)) return;
    throw new BackupError(
      `Whether Sowhat runs on the ledger that is there cannot be told (${(error as Error).message}). Stop it, and restore again; nothing was changed.`,
    );
  }
  if (held)
    throw new BackupError(
      'Sowhat is running on this ledger, or was until less than half a minute ago. Stop it, wait a moment, and restore again; nothing was changed.',
    );
}

/** The file is whole, for all one knows, and somebody uses it or keeps it from us. @see https://sqlite.org/rescode.html */
function isInUse(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /^SQLITE_(?:BUSY|LOCKED|CANTOPEN|PERM)/.test(code) || error.message.includes('Unable to open');
}

function inspect<T>(file: string, look: (db: Database.Database) => T): T {
  const db = new Database(file);
  try {
    return look(db);
  } finally {
    db.close();
  }
}
