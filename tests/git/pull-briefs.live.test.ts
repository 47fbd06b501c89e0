import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { pullBriefs, pulledFolder } from '../../src/git/pull-briefs.ts';
import { briefsRepository, scratch, variables } from './briefs-repository.ts';

function filesIn(dataDir: string): string[] {
  return readdirSync(pulledFolder(dataDir), { recursive: true, encoding: 'utf8' }).sort();
}

describe('pulling', () => {
  test('brings the newest commit, without history, and says when it is there already', async () => {
    const { repository, push, bare } = briefsRepository();
    const dataDir = scratch('data');
    push({ 'a.md': 'one' });
    push({ 'a.md': 'two', '2026/b.md': 'b' });
    expect(await pullBriefs(repository, dataDir, variables)).toMatchObject({ isNew: true });
    expect(filesIn(dataDir)).toEqual(['2026', '2026/b.md', 'a.md']);
    expect(readFileSync(path.join(pulledFolder(dataDir), 'a.md'), 'utf8')).toBe('two');
    expect(existsSync(path.join(dataDir, 'briefs-git', 'repository.git', 'shallow'))).toBe(true);
    expect(await pullBriefs(repository, dataDir, variables)).toMatchObject({ isNew: false });
    expect(existsSync(bare)).toBe(true);
  });

  test('a force-push, another branch and another folder are just another commit', async () => {
    const { repository, push } = briefsRepository();
    const dataDir = scratch('data');
    push({ 'briefs/a.md': 'one', 'other/x.md': 'x' });
    await pullBriefs(repository, dataDir, variables);
    push({ 'briefs/a.md': 'rewritten' }, { rewrite: true });
    expect(await pullBriefs(repository, dataDir, variables)).toMatchObject({ isNew: true });
    expect(readFileSync(path.join(pulledFolder(dataDir), 'briefs/a.md'), 'utf8')).toBe('rewritten');
    push({ 'briefs/b.md': 'b' }, { branch: 'next' });
    await pullBriefs({ ...repository, branch: 'next', path: 'briefs' }, dataDir, variables);
    expect(filesIn(dataDir)).toEqual(['a.md', 'b.md']);
    await pullBriefs({ ...repository, path: 'other' }, dataDir, variables);
    expect(filesIn(dataDir)).toEqual(['x.md']);
  });

  test('old commits do not pile up: this one and the one before it', async () => {
    const { repository, push } = briefsRepository();
    const dataDir = scratch('data');
    for (let round = 0; round < 4; round += 1) {
      push({ 'a.md': `round ${round}` });
      await pullBriefs(repository, dataDir, variables);
    }
    expect(readdirSync(path.join(dataDir, 'briefs-git', 'trees'))).toHaveLength(2);
  });

  test('a link in the repository is a file with text, not a way to other files', async () => {
    const { repository, push, git } = briefsRepository();
    const dataDir = scratch('data');
    push({ 'a.md': 'a' });
    const clone = git('rev-parse', '--show-toplevel').trim();
    symlinkSync('/etc/passwd', path.join(clone, 'b.md'));
    push({});
    await pullBriefs(repository, dataDir, variables);
    const file = path.join(pulledFolder(dataDir), 'b.md');
    expect(lstatSync(file).isSymbolicLink()).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('/etc/passwd');
  });

  test('what a crash left behind – locks, a damaged copy, a half-written tree, a lost tree – is overcome', async () => {
    const { repository, push } = briefsRepository();
    const dataDir = scratch('data');
    const home = path.join(dataDir, 'briefs-git');
    push({ 'a.md': 'one' });
    await pullBriefs(repository, dataDir, variables);
    push({ 'a.md': 'two' });
    writeFileSync(path.join(home, 'repository.git', 'shallow.lock'), '');
    mkdirSync(path.join(home, 'trees', '.half'));
    expect(await pullBriefs(repository, dataDir, variables)).toMatchObject({ isNew: true });
    writeFileSync(path.join(home, 'repository.git', 'HEAD'), 'rubbish');
    push({ 'a.md': 'three' });
    await pullBriefs(repository, dataDir, variables);
    rmSync(path.join(home, 'trees'), { recursive: true });
    expect(await pullBriefs(repository, dataDir, variables)).toMatchObject({ isNew: true });
    expect(readFileSync(path.join(pulledFolder(dataDir), 'a.md'), 'utf8')).toBe('three');
  });
});

describe('what cannot be pulled is said in a sentence, and what is there stays', () => {
  test('a vanished remote, a missing branch, a missing folder', async () => {
    const { repository, push, bare } = briefsRepository();
    const dataDir = scratch('data');
    push({ 'a.md': 'one' });
    await pullBriefs(repository, dataDir, variables);
    push({ 'a.md': 'two' });
    await expect(pullBriefs({ ...repository, branch: 'nope' }, dataDir, variables)).rejects.toThrow(
      /has no branch nope: give the right one as briefs\.branch/,
    );
    await expect(pullBriefs({ ...repository, path: 'nope' }, dataDir, variables)).rejects.toThrow(
      /^Commit [0-9a-f]{10} of \S+ has no folder nope: give the right one as briefs\.path in the settings\.$/,
    );
    rmSync(bare, { recursive: true });
    await expect(pullBriefs(repository, dataDir, variables)).rejects.toThrow(
      /cannot be read .*Check briefs\.git in the settings/,
    );
    expect(readFileSync(path.join(pulledFolder(dataDir), 'a.md'), 'utf8')).toBe('one');
  });

  test('an empty repository, and a machine without git', async () => {
    const { repository } = briefsRepository();
    const dataDir = scratch('data');
    await expect(pullBriefs(repository, dataDir, variables)).rejects.toThrow(
      /is empty: push the briefs to it/,
    );
    await expect(pullBriefs(repository, dataDir, { ...variables, PATH: '/nonexistent' })).rejects.toThrow(
      /the program git is not installed/,
    );
  });

  test('an address that would run a program is refused by git', async () => {
    const { repository } = briefsRepository();
    const dataDir = scratch('data');
    const url = `ext::sh -c "touch ${dataDir}/ran"`;
    await expect(pullBriefs({ ...repository, url }, dataDir, variables)).rejects.toThrow(/cannot be read/);
    expect(existsSync(path.join(dataDir, 'ran'))).toBe(false);
  });
});
