import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

const place = [
  '--config',
  path.resolve('config/sowhat.yaml'),
  '--briefs',
  path.resolve('config/sample-briefs'),
];

test.each(['2026-02-30', '2026-02-30T08:30:00+09:00', 'yesterday'])('--at %s is no instant', async (at) => {
  expect(await sowhat(['search', 'x', '--at', at, ...place])).toMatchObject({
    code: 1,
    err: `--at ${at} is not an instant; write one such as 2026-06-30T08:30:00+09:00\n`,
  });
});

test('a search for nothing asks for words', async () => {
  expect(await sowhat(['search', ' ', ...place])).toMatchObject({
    code: 1,
    err: 'Say what to search for: npx sowhat search distillation\n',
  });
});

test('a file where the state ought to lie is named', async () => {
  writeFileSync(path.join(home, 'file'), '');
  expect(await sowhat(['search', 'x', '--data', 'file', ...place])).toMatchObject({
    code: 1,
    err: expect.stringMatching(
      /^The folder \S*file cannot be made, for a file is in its way: name another folder, or move the file away\.\n$/,
    ),
  });
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

test('a schedule that is never due is wrong', async () => {
  const entry =
    '{ name: team, platform: slack, channel: C0123456789, schedule: "30 8 31 2 *", timezone: Asia/Seoul, language: ko }';
  writeFileSync(path.join(home, 'never.yaml'), `briefs: { folder: . }\nchannels: [${entry}]\n`);
  const { code, out } = await sowhat(['check', '--config', 'never.yaml', '--json']);
  expect(code).toBe(1);
  expect((JSON.parse(out) as { problems: unknown[] }).problems).toContainEqual({
    file: 'never.yaml',
    reason: 'The schedule “30 8 31 2 *” of team is never due. Write one that comes, such as "30 8 * * 1-5".',
  });
});

test('an alias file that the bot does not start with is found by check and doctor, in one line', async () => {
  mkdirSync(path.join(home, 'aliased'));
  writeFileSync(path.join(home, 'aliased', 'sowhat.yaml'), 'briefs: { folder: . }\nchannels: []\n');
  writeFileSync(path.join(home, 'aliased', 'aliases.yaml'), '- [증류, distillation\n');
  const config = ['--config', 'aliased/sowhat.yaml'];
  const wrong =
    /aliased\/aliases\.yaml: Line 2 is not valid YAML: [^\n]+; check indentation, quotes and brackets there\./;
  for (const command of ['check', 'doctor'])
    expect(await sowhat([command, ...config])).toMatchObject({ code: 1, out: expect.stringMatching(wrong) });
  expect((await sowhat(['search', 'x', ...config])).err).toMatch(new RegExp(`^${wrong.source}\\n$`));
});

test('check says of a repository that was never pulled one thing, and why that the folder is gone', async () => {
  writeFileSync(
    path.join(home, 'git.yaml'),
    'briefs: { git: "http://127.0.0.1:1/briefs.git" }\nchannels: []\n',
  );
  const { out } = await sowhat(['check', '--config', 'git.yaml', '--data', 'unpulled', '--json']);
  expect((JSON.parse(out) as { problems: unknown[] }).problems).toEqual([
    { file: 'briefs.git', reason: expect.stringContaining('cannot be read') },
  ]);
  const config = path.resolve('config/sowhat.yaml');
  const argv = ['why', 'a.md', '--channel', 'marketing-ko', '--config', config, '--briefs', 'gone'];
  expect((await sowhat(argv)).err).toMatch(/^The briefs folder gone cannot be read\./);
});
