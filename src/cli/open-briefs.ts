import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Library } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import { type AliasTable, parseAliases } from '../search/alias-table.ts';
import { CliError, type CommonFlags } from './flags.ts';

/**
 * Opens the library over one briefs folder, its caches in the data folder. Nothing is read before the first scan.
 * @param retracted briefs that the editors took back; null for those that the caches know
 */
export async function openBriefs(
  folder: string,
  dataDir: string,
  flags: Pick<CommonFlags, 'config' | 'data'>,
  logger: Pick<Logger, 'error'>,
  use: 'search' | 'no search',
  retracted: () => Promise<readonly string[] | null>,
): Promise<Library> {
  const folders = [{ path: folder, prefix: '' }];
  const aliases = use === 'no search' ? null : readAliases(flags);
  return openLibrary({
    folders,
    dataDir,
    processedDir: processedDir(flags),
    aliases,
    retracted,
    logger,
    clock: Date.now,
  });
}

/** Where a language model's texts lie: one folder for every run, for they depend on the briefs alone. */
export function processedDir(flags: Pick<CommonFlags, 'data'>): string {
  return path.join(flags.data, 'processed');
}

/**
 * Reads the alias file beside the settings; without one there are no aliases.
 * @throws CliError that says which entry is wrong
 */
export function readAliases(flags: Pick<CommonFlags, 'config'>): AliasTable {
  const file = path.join(path.dirname(flags.config), 'aliases.yaml');
  try {
    return parseAliases(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return parseAliases('');
    throw new CliError(`${file}: ${(error as Error).message}`);
  }
}
