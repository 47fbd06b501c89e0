import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../config/settings.ts';
import { pulledFolder } from '../git/pull-briefs.ts';
import type { Repository } from '../git/repository.ts';
import { CliError, type CommonFlags } from './flags.ts';

/** Where the briefs are read, and where they come from. */
export interface BriefsPlace {
  folder: string;
  /** What is pulled into the folder; null where others write it. */
  repository: Repository | null;
  /** Between two pulls, ms. */
  pullEveryMs: number;
}

const usualMinutes = 5;

/** The briefs' place from the settings; `--briefs` goes before them. */
export function briefsPlace(
  briefs: Settings['briefs'],
  flags: Pick<CommonFlags, 'briefs' | 'data'>,
  token: string | null,
): BriefsPlace {
  const pullEveryMs = (briefs.pullMinutes ?? usualMinutes) * 60_000;
  if (flags.briefs !== undefined) return { folder: flags.briefs, repository: null, pullEveryMs };
  if (briefs.git === undefined) return { folder: briefs.folder ?? '', repository: null, pullEveryMs };
  const inside = path.posix.normalize(briefs.path ?? '.').replace(/^\.$|\/$/g, '');
  return {
    folder: pulledFolder(flags.data),
    repository: { url: briefs.git, branch: briefs.branch ?? null, path: inside, token },
    pullEveryMs,
  };
}

/** For commands that pull nothing. @throws CliError where a repository was never pulled */
export function requirePulled({ repository, folder }: BriefsPlace): void {
  if (repository !== null && !existsSync(folder))
    throw new CliError('The briefs were not pulled yet. Pull them once: npx sowhat check');
}
