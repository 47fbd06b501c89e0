import { bareToken } from '../../config/unquoted.ts';
import { findBriefs } from '../find-briefs.ts';
import type { BriefsAnswer } from './answers.ts';
import { complaint, type InitOptions, tell } from './init-options.ts';

type RepositoryAnswer = Extract<BriefsAnswer, { git: string }>;

/** A repository that was pulled. */
export interface PulledRepository {
  briefs: RepositoryAnswer;
  /** Where its briefs lie on this machine. */
  folder: string;
  /** '' where it was opened without one. */
  token: string;
}

/** Whether an answer is the address of a repository, and no folder. */
export function isRepository(answer: string): boolean {
  return /^(?:https?|ssh|file):\/\/|^[\w.-]+@[\w.-]+:/.test(answer);
}

/**
 * Pulls a repository, asking for a token where it needs one, and for the folder in it.
 * @returns null where the person would rather name another place
 * @throws Error where it cannot be pulled, and nobody can be asked
 */
export async function askRepository(options: InitOptions, git: string): Promise<PulledRepository | null> {
  const { ask, flags, variables, pull } = options;
  const whole: RepositoryAnswer = { git, ...(flags.branch ? { branch: flags.branch } : {}) };
  let token = variables.GIT_TOKEN ?? '';
  let root = '';
  async function attempt(tried: string): Promise<void> {
    root = await pull(whole, tried);
    token = tried;
  }
  const wrong = await complaint(attempt(token));
  if (wrong !== undefined) {
    if (ask === null) throw new Error(wrong);
    tell(options, wrong);
    if (!(await ask.yes('Is it private? Then you can give it an access token.', true))) return null;
    await ask.secret('Access token that may read it', (answer) => complaint(attempt(bareToken(answer))));
  }
  const path = await chooseFolder(options, root);
  if (path === '') return { briefs: whole, folder: root, token };
  const briefs = { ...whole, path };
  return { briefs, folder: await pull(briefs, token), token };
}

/** The folder inside it, '' for the whole. Folders named for days belong to the whole. */
async function chooseFolder({ ask, flags }: InitOptions, root: string): Promise<string> {
  if (flags.path !== undefined) return flags.path;
  const found = findBriefs(root)
    .map((folder) => folder.replace(/^\.\//, ''))
    .filter((folder) => !/^\d/.test(folder));
  const [first = ''] = found;
  if (ask === null || found.length === 0) return found.length > 1 ? '' : first;
  const choices = [
    ...found.map((folder) => ({ value: folder, label: folder })),
    { value: '', label: 'All of it' },
  ];
  return ask.one('Which folder of it holds the briefs?', choices, first);
}
