import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Logger } from 'pino';
import type { Problem } from '../briefs/brief.ts';
import { textOf } from '../config/text-of.ts';
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

/** The aliases that come with the program, for settings that have none beside them. */
const packagedAliases = fileURLToPath(new URL('../../config/aliases.yaml', import.meta.url));

/**
 * Reads the alias file beside the settings; without one the packaged one.
 * @throws CliError that says which entry is wrong
 */
export function readAliases(flags: Pick<CommonFlags, 'config'>): AliasTable {
  const own = ownAliases(flags);
  const text = textOf(own);
  const file = text === null ? packagedAliases : own;
  try {
    return parseAliases(text ?? textOf(packagedAliases) ?? '');
  } catch (error) {
    throw new CliError(`${file}: ${(error as Error).message}`);
  }
}

/** What is wrong with the alias file beside the settings. */
export function aliasProblem(flags: Pick<CommonFlags, 'config'>): Problem | null {
  const own = ownAliases(flags);
  try {
    parseAliases(textOf(own) ?? '');
    return null;
  } catch (error) {
    return { file: own, reason: (error as Error).message.replace(own, 'the file') };
  }
}

function ownAliases({ config }: Pick<CommonFlags, 'config'>): string {
  return path.join(path.dirname(config), 'aliases.yaml');
}
