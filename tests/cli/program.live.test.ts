import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
let home = '';

beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'sowhat-program-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs the program in a folder of its own: no `.env`, and no tokens from the outside. */
async function sowhat(words: string[], node: string[] = []) {
  const argv = [...node, path.resolve('bin/sowhat.js'), ...words];
  try {
    const { stdout, stderr } = await run(process.execPath, argv, {
      cwd: home,
      env: { PATH: process.env.PATH },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, out: failed.stdout, err: failed.stderr };
  }
}

test('a Node that is too old is told so before it meets what it cannot read', async () => {
  const older = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.8"})';
  expect(await sowhat(['doctor'], ['--import', older])).toEqual({
    code: 1,
    out: '',
    err: 'Node 18.20.8 is too old. Install Node 20.18.1 or later from nodejs.org.\n',
  });
});

test('the doctor says once that a repository cannot be reached, and what to do', async () => {
  writeFileSync(
    path.join(home, 'git.yaml'),
    'briefs: { git: "http://127.0.0.1:1/briefs.git" }\nchannels: []\n',
  );
  const { out } = await sowhat(['doctor', '--config', 'git.yaml', '--json']);
  const wrong = (JSON.parse(out) as { name: string; ok: boolean; says: string; mend: string }[]).filter(
    ({ name, ok }) => !ok && name.startsWith('briefs'),
  );
  expect(wrong).toEqual([
    expect.objectContaining({
      name: 'briefs repository',
      says: expect.stringMatching(/^http:\/\/127\.0\.0\.1:1\/briefs\.git cannot be read \(.*\)\.$/),
      mend: 'Check briefs.git in the settings, and GIT_TOKEN in .env where the repository is private.',
    }),
  ]);
});

test('settings that are not there are to be written, not mended', async () => {
  const { out } = await sowhat(['doctor', '--config', 'nowhere.yaml', '--json']);
  const found = (JSON.parse(out) as { name: string; ok: boolean; mend: string }[]).find(
    ({ name }) => name === 'settings',
  );
  expect(found).toMatchObject({ ok: false, mend: 'Have it written: npx sowhat init' });
});

test('a port that is taken is named, with what to do', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    expect(await sowhat(['sandbox', '--port', String(port)])).toMatchObject({
      code: 1,
      err: `Port ${port} is taken: stop the program that has it, or give another (--port, or health.port in the settings).\n`,
    });
  } finally {
    server.close();
  }
});

test('a reader of the output that has seen enough ends the program quietly', async () => {
  const child = spawn(
    process.execPath,
    [path.resolve('bin/sowhat.js'), 'doctor', '--config', 'nowhere.yaml'],
    {
      cwd: home,
      env: { PATH: process.env.PATH },
    },
  );
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.stdout.destroy();
  await new Promise((resolve) => child.on('close', resolve));
  expect(err).toBe('');
});

test('a second sandbox on the same state is refused, and told where the first can be seen; a killed one holds nothing', async () => {
  const argv = [path.resolve('bin/sowhat.js'), 'sandbox', '--data', 'twice', '--json'];
  async function first() {
    const child = spawn(process.execPath, argv, { cwd: home, env: { PATH: process.env.PATH } });
    const said = await new Promise<string>((resolve) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    });
    return { child, page: (JSON.parse(said) as { page: string }).page };
  }
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    const { child, page } = await first();
    expect(await sowhat(argv.slice(1))).toEqual({
      code: 1,
      out: '',
      err: `The sandbox in twice/sandbox/world is running already (${page}): use that one, stop it, or name another folder with --data.\n`,
    });
    child.kill(signal);
    await new Promise((resolve) => child.on('close', resolve));
  }
});
