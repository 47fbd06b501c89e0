import { createHash } from 'node:crypto';
import { mkdir, readlink, stat } from 'node:fs/promises';
import path from 'node:path';
import { gitAccess, inheritedByGit } from './git-access.ts';
import { fetchCommit, newestCommit } from './remote-commit.ts';
import type { Repository } from './repository.ts';
import { createRunGit } from './run-git.ts';
import { pointTo, removeOthers, writeTree } from './write-tree.ts';

/** What a pull found. */
export interface Pulled {
  /** Full id of the commit whose briefs are in the folder now. */
  commit: string;
  /** False where it was there already. */
  isNew: boolean;
}

/** The folder with the newest briefs that were pulled; a link that is moved when a commit is there as a whole. */
export function pulledFolder(dataDir: string): string {
  return path.join(dataDir, 'briefs-git', 'current');
}

/**
 * Brings the pulled folder up to the newest commit, without history. A reader sees the old commit or the new one,
 * never a mixture; where the repository cannot be reached, what was pulled stays. How the branch came to its commit
 * does not matter: a force-push, another branch and another repository are all just another commit.
 * @param variables of the process's environment
 * @throws RepositoryError
 */
export async function pullBriefs(
  repository: Repository,
  dataDir: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<Pulled> {
  const home = path.join(dataDir, 'briefs-git');
  const git = createRunGit({ ...inheritedByGit(variables), ...gitAccess(repository) }, [repository.token]);
  await mkdir(path.join(home, 'trees'), { recursive: true });
  const link = pulledFolder(dataDir);
  const before = await targetNow(link);
  const newest = await newestCommit(git, repository);
  if (before === targetOf(newest, repository)) return { commit: newest, isNew: false };
  const copy = path.join(home, 'repository.git');
  const commit = await fetchCommit(git, repository, copy);
  const tree = treeName(commit, repository);
  await writeTree(git, repository, copy, commit, path.join(home, 'trees', tree));
  await pointTo(link, targetOf(commit, repository));
  // The tree before this one may still be read by a scan that has begun.
  await removeOthers(path.join(home, 'trees'), [tree, before?.split('/')[1]]);
  return { commit, isNew: true };
}

/** What the link points at; null where that is not there. */
async function targetNow(link: string): Promise<string | null> {
  try {
    await stat(link);
    return await readlink(link);
  } catch {
    return null;
  }
}

/** A tree holds one folder of one commit. */
function treeName(commit: string, { path: folder }: Repository): string {
  return `${commit}-${createHash('sha256').update(folder).digest('hex').slice(0, 8)}`;
}

function targetOf(commit: string, repository: Repository): string {
  return path.posix.join('trees', treeName(commit, repository), repository.path).replace(/\/$/, '');
}
