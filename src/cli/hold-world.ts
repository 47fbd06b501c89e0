import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { textOf } from '../config/text-of.ts';
import { diskTrouble } from '../disk/disk-trouble.ts';
import { CliError } from './flags.ts';

/** A sandbox's folder, held by one program. */
export interface HeldWorld {
  /** Notes where the sandbox can be seen, for whoever comes too late. */
  shownAt(page: string): void;
  letGo(): void;
}

/**
 * Holds the folder in which a sandbox keeps what was posted: two of them would write over each other's messages. The
 * lock is SQLite's, which the system takes back from a program that was killed.
 * @throws CliError that says where the one that holds it can be seen
 */
export function holdWorld(folder: string): HeldWorld {
  mkdirSync(folder, { recursive: true });
  const note = path.join(folder, 'page.txt');
  let lock: Database.Database | undefined;
  try {
    lock = new Database(path.join(folder, 'lock.db'));
    lock.exec('begin exclusive');
  } catch (error) {
    lock?.close();
    if ((error as { code?: unknown }).code !== 'SQLITE_BUSY') {
      const why = diskTrouble(error, folder);
      throw why === null ? error : new CliError(why);
    }
    const page = textOf(note)?.trim();
    throw new CliError(
      `The sandbox in ${folder} is running already${page ? ` (${page})` : ''}: use that one, stop it, or name another folder with --data.`,
    );
  }
  return {
    shownAt: (page) => writeFileSync(note, `${page}\n`),
    letGo: () => lock?.close(),
  };
}
