import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Repository } from '../../src/git/repository.ts';

/** A bare repository of briefs on this disk, and a clone from which it is filled. */
export interface BriefsRepository {
  bare: string;
  repository: Repository;
  /** Writes these files (null removes one), commits and pushes. */
  push(files: Record<string, string | null>, options?: { branch?: string; rewrite?: boolean }): void;
  git(...args: string[]): string;
}

/** The variables with which git does not look at the settings of whoever runs the tests. */
export const variables = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Pipeline',
  GIT_AUTHOR_EMAIL: 'pipeline@harbor.example',
  GIT_COMMITTER_NAME: 'Pipeline',
  GIT_COMMITTER_EMAIL: 'pipeline@harbor.example',
};

/** A folder that goes with the test. */
export function scratch(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `sowhat-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function briefsRepository(): BriefsRepository {
  const folder = scratch('git');
  const bare = path.join(folder, 'briefs.git');
  const clone = path.join(folder, 'clone');
  function git(...args: string[]): string {
    return execFileSync('git', ['-C', clone, ...args], { env: variables, encoding: 'utf8', stdio: 'pipe' });
  }
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', bare], { env: variables });
  mkdirSync(clone);
  git('init', '-q', '-b', 'main');
  return {
    bare,
    repository: { url: `file://${bare}`, branch: null, path: '', token: null },
    git,
    push(files, { branch = 'main', rewrite = false } = {}) {
      git('checkout', '-q', '-B', branch);
      for (const [file, text] of Object.entries(files)) {
        const where = path.join(clone, file);
        mkdirSync(path.dirname(where), { recursive: true });
        if (text === null) rmSync(where);
        else writeFileSync(where, text);
      }
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', 'briefs', ...(rewrite ? ['--amend'] : []));
      git('push', '-q', '--force', bare, branch);
    },
  };
}
