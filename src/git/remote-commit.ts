import { rm } from 'node:fs/promises';
import { type Repository, RepositoryError } from './repository.ts';
import { type RunGit, saidBy } from './run-git.ts';

/** Asking a server for the newest commit; getting a commit. */
const askMs = 30_000;
const fetchMs = 300_000;
const pulled = 'refs/heads/pulled';

function refOf({ branch }: Repository): string {
  return branch === null ? 'HEAD' : `refs/heads/${branch}`;
}

/**
 * Full id of the commit that the branch points at.
 * @throws RepositoryError where the repository cannot be read, or has no such branch
 */
export async function newestCommit(git: RunGit, repository: Repository): Promise<string> {
  const listed = await git(['ls-remote', '--', repository.url, refOf(repository)], askMs).catch((error) => {
    const mend = 'Check briefs.git in the settings, and GIT_TOKEN in .env where the repository is private.';
    throw new RepositoryError(`${repository.url} cannot be read (${saidBy(error)}). ${mend}`, {
      cause: error,
    });
  });
  const commit = /^([0-9a-f]{40,64})\t/.exec(listed)?.[1];
  if (commit !== undefined) return commit;
  throw new RepositoryError(
    repository.branch === null
      ? `${repository.url} is empty: push the briefs to it.`
      : `${repository.url} has no branch ${repository.branch}: give the right one as briefs.branch in the settings.`,
  );
}

/**
 * Fetches the branch's newest commit, without its history, into the bare copy, and gives its id. A crash can leave
 * the copy locked or damaged; the server has just answered, so a second try begins anew.
 * @throws RepositoryError
 */
export async function fetchCommit(git: RunGit, repository: Repository, copy: string): Promise<string> {
  const ref = `+${refOf(repository)}:${pulled}`;
  const args = ['--git-dir', copy, 'fetch', '--quiet', '--depth=1', '--no-tags', '--', repository.url, ref];
  async function fetch(): Promise<void> {
    await git(['init', '--quiet', '--bare', '--template=', '--', copy], askMs);
    await git(args, fetchMs);
  }
  try {
    await fetch();
  } catch {
    await rm(copy, { recursive: true, force: true });
    await fetch().catch((error) => {
      throw new RepositoryError(`${repository.url} cannot be fetched (${saidBy(error)}).`, { cause: error });
    });
  }
  // The branch may have moved since it was asked for.
  return (await git(['--git-dir', copy, 'rev-parse', pulled], askMs)).trim();
}
