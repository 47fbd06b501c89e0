import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Library } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import { parseAliases } from '../search/alias-table.ts';
import { CliError } from './flags.ts';

/** Opens the library over one briefs folder, its caches in the data folder. Nothing is read before the first scan. */
export async function openBriefs(
  folder: string,
  dataDir: string,
  configPath: string,
  logger: Pick<Logger, 'error'>,
  use: 'search' | 'no search',
): Promise<Library> {
  const folders = [{ path: folder, prefix: '' }];
  const aliases =
    use === 'no search' ? null : readAliases(path.join(path.dirname(configPath), 'aliases.yaml'));
  return openLibrary({ folders, dataDir, aliases, logger, clock: Date.now });
}

function readAliases(file: string): ReturnType<typeof parseAliases> {
  try {
    return parseAliases(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return parseAliases('');
    throw new CliError(`${file}: ${(error as Error).message}`);
  }
}
