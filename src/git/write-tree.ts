import { mkdir, readdir, rename, rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { type Repository, RepositoryError } from './repository.ts';
import { type RunGit, saidBy } from './run-git.ts';

const writeMs = 300_000;

/**
 * Writes the repository's folder as it is in a commit; it gets its name when all of it is there.
 * @param copy the bare copy that holds the commit
 * @throws RepositoryError
 */
export async function writeTree(
  git: RunGit,
  { url, path: folder }: Repository,
  copy: string,
  commit: string,
  target: string,
): Promise<void> {
  const draft = path.resolve(path.dirname(target), `.${path.basename(target)}.${process.pid}`);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  const pathspec = folder === '' ? '.' : folder;
  const args = ['--git-dir', copy, '--work-tree', draft, 'restore', '--source', commit];
  try {
    await git([...args, '--worktree', '--', path.join(draft, pathspec)], writeMs);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    const at = `Commit ${commit.slice(0, 10)} of ${url}`;
    const said = saidBy(error);
    // Git names the draft here, which says nothing to a person.
    throw new RepositoryError(
      folder !== '' && said.includes('did not match any file')
        ? `${at} has no folder ${folder}: give the right one as briefs.path in the settings.`
        : `${at} cannot be written (${said}).`,
      { cause: error },
    );
  }
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
}

/** Moves a link in one step: a reader finds the old target or the new one. */
export async function pointTo(link: string, target: string): Promise<void> {
  const draft = `${link}.${process.pid}`;
  await rm(draft, { force: true });
  await symlink(target, draft);
  await rename(draft, link);
}

/** Removes what stands in the folder besides those names. */
export async function removeOthers(folder: string, kept: readonly (string | undefined)[]): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!kept.includes(name)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
