import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pullBriefs, pulledFolder } from '../../src/git/pull-briefs.ts';
import { createRunGit } from '../../src/git/run-git.ts';
import { briefsRepository, scratch, variables } from './briefs-repository.ts';
import { serveGit } from './http-git.ts';

const token = 'ghp_inventedTokenOfTheBriefsRepository';

/** A git that writes down what it was called with, and calls the real one. */
function noteArguments(): { PATH: string; noted(): string } {
  const folder = scratch('bin');
  const notes = path.join(folder, 'notes');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  const script = `#!/bin/sh\necho "$@" >> ${notes}\nenv | grep -v '^SOWHAT_GIT_TOKEN=' >> ${notes}\nexec ${real} "$@"\n`;
  writeFileSync(path.join(folder, 'git'), script);
  chmodSync(path.join(folder, 'git'), 0o755);
  return { PATH: `${folder}:${process.env.PATH}`, noted: () => readFileSync(notes, 'utf8') };
}

/** Everything that was written below a folder, as one text. */
function writtenIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('a private repository: the token opens it, and stands in no argument, file or error', async () => {
  const { repository, push, bare } = briefsRepository();
  push({ 'a.md': 'private' });
  const server = await serveGit(path.dirname(bare), token);
  const url = `http://127.0.0.1:${server.port}/briefs.git`;
  const dataDir = scratch('data');
  const { PATH, noted } = noteArguments();
  const environment = { ...variables, PATH, SLACK_BOT_TOKEN: 'xoxb-another-secret' };

  await pullBriefs({ ...repository, url, token }, dataDir, environment);
  expect(readFileSync(path.join(pulledFolder(dataDir), 'a.md'), 'utf8')).toBe('private');
  expect(server.users).toContain('x-access-token');
  expect(noted()).toContain('ls-remote');
  expect(noted()).not.toMatch(new RegExp(`${token}|xoxb-another-secret`));
  expect(writtenIn(dataDir)).not.toContain(token);

  const wrong = { ...repository, url, token: 'wrong-token-1234' };
  const error = await pullBriefs(wrong, dataDir, environment).catch((reason: Error) => reason);
  expect(String(error)).toMatch(/cannot be read .*GIT_TOKEN/);
  expect(String(error)).not.toContain('wrong-token-1234');
  expect(readFileSync(path.join(pulledFolder(dataDir), 'a.md'), 'utf8')).toBe('private');
});

test('a server that sends git elsewhere does not get the token there', async () => {
  const { repository, push, bare } = briefsRepository();
  push({ 'a.md': 'a' });
  const thief = await serveGit(path.dirname(bare), token);
  const { createServer } = await import('node:http');
  const server = createServer((request, response) => {
    response.writeHead(302, { location: `http://127.0.0.1:${thief.port}${request.url}` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const dataDir = scratch('data');
  mkdirSync(dataDir, { recursive: true });
  const url = `http://127.0.0.1:${port}/briefs.git`;
  await expect(pullBriefs({ ...repository, url, token }, dataDir, variables)).rejects.toThrow(
    /cannot be read/,
  );
  expect(thief.users).not.toContain('x-access-token');
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

test('of a token in long words nothing is left, not even where they are cut', async () => {
  const git = createRunGit(variables, [token]);
  for (const length of [330, 350, 360, 370, 380, 390]) {
    const url = `file:///${'x'.repeat(length)}${token}`;
    const error = await git(['ls-remote', '--', url], 10_000).catch((reason: Error) => reason);
    expect(String(error)).not.toContain(token.slice(0, 6));
  }
});
