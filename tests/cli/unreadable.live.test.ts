import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../app/start-bot.ts';

const run = promisify(execFile);
const root = temporaryFolder('unreadable');
mkdirSync(path.join(root, 'config'));
const settings = path.join(root, 'config', 'sowhat.yaml');
writeFileSync(settings, 'briefs: { folder: briefs }\nchannels: []\n');
chmodSync(settings, 0o000);

/** What a command prints. The superuser may read everything, unless that right is put down. */
async function sowhat(...words: string[]): Promise<{ code: number; out: string }> {
  const argv = [process.execPath, path.resolve('bin/sowhat.js'), ...words];
  const humble = process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-all', ...argv] : argv;
  const [program = '', ...rest] = humble;
  try {
    const { stdout, stderr } = await run(program, rest, { cwd: root, env: { PATH: process.env.PATH } });
    return { code: 0, out: stdout + stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, out: failed.stdout + failed.stderr };
  }
}

const sentence = 'cannot be read (EACCES): make it a file that the account that runs Sowhat may read.';

test('init says of settings that it may not read what is to be done, and writes nothing', async () => {
  expect(await sowhat('init', '--yes')).toEqual({ code: 1, out: `config/sowhat.yaml ${sentence}\n` });
});

test.each([['start'], ['preview'], ['status'], ['config', 'export'], ['search', 'tariffs']])(
  '%s says of settings that it may not read what is to be done',
  async (...words) => {
    expect(await sowhat(...words)).toEqual({
      code: 1,
      out: `config/sowhat.yaml:1: the file ${sentence}\n`,
    });
  },
);

test.each([
  ['restore', 'backup.db'],
  ['stories', '--pairs', 'pairs.json'],
])('%s says it of the file that it is given', async (...words) => {
  const file = words.at(-1) ?? '';
  mkdirSync(path.join(root, 'briefs'), { recursive: true });
  writeFileSync(path.join(root, 'others.yaml'), 'briefs: { folder: briefs }\nchannels: []\n');
  writeFileSync(path.join(root, file), '[]');
  chmodSync(path.join(root, file), 0o000);
  const others = words.includes('restore') ? [] : ['--config', 'others.yaml'];
  expect(await sowhat(...words, ...others)).toEqual({
    code: 1,
    out: expect.stringContaining(`${file} ${sentence}`),
  });
});

test.each([['check'], ['doctor']])('%s counts such settings among what is to be mended', async (word) => {
  const { code, out } = await sowhat(word);
  expect(code).toBe(1);
  expect(out).toContain(`✗ config/sowhat.yaml:1: the file ${sentence}`);
});
