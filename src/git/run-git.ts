import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What git said when it failed. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}

/** Runs git, and gives what it printed. */
export type RunGit = (args: readonly string[], timeoutMs: number) => Promise<string>;

/**
 * @param variables of the process's environment, with those that steer git
 * @throws GitFailure with git's last words, in which no secret is left
 */
export function createRunGit(
  variables: Readonly<Record<string, string | undefined>>,
  secrets: readonly (string | null)[],
): RunGit {
  return async (args, timeoutMs) => {
    try {
      const options = { env: { ...variables }, timeout: timeoutMs, maxBuffer: 16 * 1024 * 1024 };
      const { stdout } = await run('git', args, options);
      return stdout;
    } catch (error) {
      throw new GitFailure(wordsOf(error as Failed, secrets));
    }
  };
}

interface Failed extends Error {
  code?: string | number | null;
  killed?: boolean;
  stderr?: string;
}

function wordsOf({ code, killed, stderr, message }: Failed, secrets: readonly (string | null)[]): string {
  if (code === 'ENOENT') return 'the program git is not installed';
  if (killed) return 'git took too long';
  const said = (stderr ?? '')
    .split('\n')
    .map((line) => line.replace(/^(?:fatal|error|remote): */, '').trim());
  const words = said.filter((line) => line !== '').slice(0, 3);
  const text = words.length === 0 ? message : words.join(' ');
  // First the secrets: of one that is cut through, a half would be left.
  return secrets
    .reduce<string>((clean, secret) => (secret ? clean.replaceAll(secret, '[secret]') : clean), text)
    .slice(0, 400);
}

/** Git's words as part of a sentence. */
export function saidBy(error: unknown): string {
  return error instanceof GitFailure ? error.message.replace(/\.$/, '') : String(error);
}
