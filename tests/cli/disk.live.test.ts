import { execFile, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../app/start-bot.ts';

const run = promisify(execFile);
/** A disk of its own needs a namespace of one's own, which not every machine grants. */
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt']).status === 0;
const root = temporaryFolder('disk');
mkdirSync(path.join(root, 'disk'));
cpSync('config', path.join(root, 'config'), { recursive: true });

/** Runs a command with its state on a disk that only it sees; `prepare` is done there first. */
async function onDisk(prepare: string, ...words: string[]): Promise<{ code: number; out: string }> {
  const [node, program] = [process.execPath, path.resolve('bin/sowhat.js')];
  const script = `mount -t tmpfs -o size=$0 tmpfs disk && ${prepare} && exec "$@" --data disk/data`;
  const size = prepare.includes('remount') ? '4m' : '900k';
  try {
    const argv = ['-rm', 'sh', '-c', script, size, node, program, ...words];
    const { stdout, stderr } = await run('unshare', argv, { cwd: root, env: { PATH: process.env.PATH } });
    return { code: 0, out: stdout + stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, out: failed.stdout + failed.stderr };
  }
}

/** @returns a data folder with a ledger in it */
async function ledger(): Promise<string> {
  const dataDir = temporaryFolder('disk-ledger');
  await (await openStore({ dataDir, clock: Date.now })).close();
  return dataDir;
}

describe.skipIf(!canMount)('a disk', () => {
  test.each([
    ['search', 'distillation'],
    ['start', '--port', '0'],
    ['post', '--channel', 'marketing-ko'],
  ])('that is full: %s says so in a sentence', async (...words) => {
    const { code, out } = await onDisk('head -c 700000 /dev/zero > disk/other', ...words);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(
      /^There is no room left in \S*disk\/data\S*: free some on its disk, and try again\.$/,
    );
    expect(out).not.toContain('[object Object]');
  });

  test('that fills while an edition is posted: post says so at once', async () => {
    const startedAt = Date.now();
    const { code, out } = await onDisk('true', 'post', '--channel', 'marketing-ko');
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^There is no room left in \S*disk\/data\S*: free some/);
    expect(Date.now() - startedAt).toBeLessThan(60_000);
  });

  test('that is nearly full is seen by the doctor', async () => {
    const { code, out } = await onDisk('mkdir disk/data', 'doctor');
    expect(code).toBe(1);
    expect(out).toContain('✗ Only 0 MB are left on the disk of disk/data');
  });

  test('that is full: restore says so in a sentence', async () => {
    await run(
      process.execPath,
      [path.resolve('bin/sowhat.js'), 'backup', 'backup.db', '--data', await ledger()],
      { cwd: root },
    );
    const { code, out } = await onDisk(
      'mkdir disk/data && head -c 850000 /dev/zero > disk/other',
      'restore',
      'backup.db',
    );
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(
        /^There is no room left in \S*disk\/data: free some on its disk, and try again\.\n$/,
      ),
    ]);
  });

  test.each([['search', 'distillation'], ['check'], ['stories']])(
    'that cannot be written to: %s names the folder, and logs no stack',
    async (...words) => {
      const { code, out } = await onDisk('mkdir disk/data && mount -o remount,ro disk', ...words);
      expect([code, out]).toEqual([
        1,
        'disk/data cannot be written to: let the account that runs Sowhat write there (chown -R "$USER" disk/data), or name another folder.\n',
      ]);
    },
  );
});
