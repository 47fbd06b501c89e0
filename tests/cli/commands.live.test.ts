import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';

const run = promisify(execFile);
let root = '';

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sowhat-cli-'));
  cpSync('config/sample-briefs', path.join(root, 'briefs'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a command prints, and its exit code. */
async function sowhat(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const common = ['--briefs', path.join(root, 'briefs'), '--data', path.join(root, 'data')];
  // A folder of its own: no .env, and no tokens from the outside.
  const env = { PATH: process.env.PATH };
  const argv = [
    path.resolve('bin/sowhat.js'),
    ...words,
    ...(words.includes('--config') ? [] : ['--config', path.resolve('config/sowhat.yaml')]),
    ...(words.includes('--briefs') ? common.slice(2) : common),
  ];
  try {
    const { stdout, stderr } = await run(process.execPath, argv, { cwd: root, env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const failed = error as { code: number; stdout: string; stderr: string };
    return { code: failed.code, out: failed.stdout, err: failed.stderr };
  }
}

const at = '2026-07-03T18:30:00+09:00';

test('preview --explain gives every candidate its reason and score; why gives the same sentence for each', async () => {
  const { out } = await sowhat('preview', '--channel', 'marketing-ko', '--at', at, '--explain', '--json');
  const { candidates, messages } = JSON.parse(out) as {
    candidates: { file: string; title: string; score: number | null; reason: string }[];
    messages: unknown[];
  };
  expect(messages.length).toBeGreaterThan(0);
  expect(candidates.length).toBeGreaterThan(10);
  expect(candidates.filter(({ reason }) => reason === 'It is in, as a highlight.')).toHaveLength(5);
  const scores = candidates.map(({ score }) => score ?? -1);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  for (const { file, reason } of [candidates[0], candidates.at(-1)].flatMap((each) => each ?? [])) {
    const why = await sowhat('why', file, '--channel', 'marketing-ko', '--at', at);
    expect(why).toMatchObject({ code: 0, err: '' });
    expect(why.out).toBe(`marketing-ko, if it were posted on 2026-07-03 18:30: ${reason}\n`);
  }
});

test('stories lists every brief once; a file of pairs gets a label and a score for each', async () => {
  const { out } = await sowhat('stories', '--json');
  const stories = JSON.parse(out) as string[][];
  const files = stories.flat();
  const told = stories.filter((each) => each.length > 1);
  const plain = await sowhat('stories');
  expect(plain).toMatchObject({ code: 0, err: '' });
  expect(plain.out.split('\n').filter((line) => line.startsWith('    '))).toHaveLength(told.flat().length);
  expect(plain.out).toMatch(
    new RegExp(`\\n${stories.length} stories, ${told.length} of them told more than once\\n$`),
  );
  expect(new Set(files).size).toBe(files.length);
  expect(files.length).toBeGreaterThan(30);
  const [a = '', b = ''] = stories.find((each) => each.length > 1) ?? [];
  const pairs = path.join(root, 'pairs.json');
  writeFileSync(pairs, JSON.stringify([{ a, b }]));
  const judged = await sowhat('stories', '--pairs', pairs);
  expect(JSON.parse(judged.out)).toEqual([{ a, b, label: 'same', score: expect.any(Number) }]);
  writeFileSync(pairs, '{"a": 1}');
  const wrong = await sowhat('stories', '--pairs', pairs);
  expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining('the file must hold JSON such as') });
});

test.each([['preview'], ['search', 'distillation'], ['stories']])(
  'where the briefs folder is not there, %s says so instead of finding nothing',
  async (...words) => {
    const { code, err } = await sowhat(...words, '--briefs', '/nowhere/briefs');
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^The briefs folder \/nowhere\/briefs cannot be read\. /),
    ]);
    expect(err).not.toContain('    at ');
  },
);

test('what the gate keeps out is listed apart from problems, without exit 1; why says so', async () => {
  mkdirSync(path.join(root, 'briefs', 'held'), { recursive: true });
  writeFileSync(
    path.join(root, 'briefs', 'held', 'lamps.md'),
    '---\ntitle: "Free lamps"\ncanonical_url: "javascript:alert(1)"\nsummary_en: "Lamps for all."\n---\n',
  );
  const { code, out } = await sowhat('check', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    problems: [],
    quarantined: [{ file: 'held/lamps.md', reason: expect.stringContaining('javascript') }],
  });
  const why = await sowhat('why', 'lamps.md', '--channel', 'marketing-ko');
  expect(why.out).toMatch(/^It is in no edition, for it is kept out: Its link is of the kind/);
  const unknown = await sowhat('why', 'nowhere.md', '--channel', 'marketing-ko');
  expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('There is no brief nowhere.md') });
});

test('retract holds a brief back from everything, check and why say so, and --undo puts it back', async () => {
  const held = '2026-07-03/2026-07-03__model_notebook__cobaltine-distillation-accounts.md';
  const other = '2026-07-03/2026-07-03__lab_ledger__cobaltine-okapi-distillation-claim.md';
  const found = async () =>
    JSON.parse((await sowhat('search', 'distillation', '--at', at, '--json')).out) as { file: string }[];
  const near = await sowhat('retract', held.replace('accounts', 'acounts'));
  expect([near.code, near.err]).toEqual([1, expect.stringContaining(`Did you mean ${held}?`)]);
  const { out } = await sowhat('retract', held);
  expect(out).toContain('No message told it.');
  expect(out).toContain(`still told by ${other}`);
  expect((await sowhat('retract', held)).out).toBe(`${held} was retracted before; nothing changes.\n`);
  expect((await found()).map(({ file }) => file)).not.toContain(held);
  expect((await sowhat('check')).out).toContain(`${held}: retracted by the editors`);
  expect((await sowhat('why', held, '--channel', 'marketing-ko', '--at', at)).out).toContain(
    'retracted by the editors',
  );
  const explained = await sowhat('preview', '--channel', 'marketing-ko', '--at', at, '--explain');
  expect(explained.out).toMatch(new RegExp(`${held}\\n.*retracted by the editors`));
  expect((await sowhat('correct', held)).err).toContain('put it back first');
  expect((await sowhat('retract', '--undo', held)).out).toContain('put back');
  expect((await sowhat('retract', '--undo', held)).out).toBe(`${held} was not retracted; nothing changes.\n`);
  expect((await found()).map(({ file }) => file)).toContain(held);
}, 300_000);

test('search --stdin answers a line for every line, whatever stands in it', async () => {
  const argv = ['bin/sowhat.js', 'search', '--stdin', '--config', 'config/sowhat.yaml'];
  const common = ['--briefs', path.join(root, 'briefs'), '--data', path.join(root, 'data')];
  const child = execFile(process.execPath, [...argv, ...common], { env: { PATH: process.env.PATH } });
  let out = '';
  child.stdout?.on('data', (chunk: string) => {
    out += chunk;
  });
  child.stdin?.write(
    '{"id":1,"q":"증류","now":"2026-06-30"}\n\nnot json\n{"id":2}\n{"id":3,"q":"x","now":"never"}\n',
  );
  child.stdin?.write(`{"id":4,"q":"${'관세'.repeat(1_000_000)}"}\n`);
  child.stdin?.end(
    Buffer.concat([Buffer.from([0xff, 0x00, 0x0a]), Buffer.from('{"id":5,"q":"distillation"}')]),
  );
  const code = await new Promise((resolve) => child.on('close', resolve));
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: unknown; files: string[]; error?: string });
  expect(code).toBe(0);
  expect(answers.map(({ id }) => id)).toEqual([1, null, null, 2, 3, 4, null, 5]);
  expect(answers.map(({ error }) => error === undefined)).toEqual([
    true,
    ...Array.from({ length: 6 }, () => false),
    true,
  ]);
  expect(answers[0]?.files.length).toBeGreaterThan(0);
  expect(answers[7]?.files.length).toBeGreaterThan(0);
});

test('search --explain says how each word was read, which words no brief has, the time, and why each hit is there', async () => {
  const korean = await sowhat('search', '--explain', '7월 증류 제펠린', '--at', at);
  expect(korean.out).toMatch(/^증류 → 증류 \(as typed, 1\.00\)$/m);
  expect(korean.out).toMatch(/^제펠린 → in no brief$/m);
  expect(korean.out).toContain('from 2026-07-01 to 2026-07-31 (“7월”)');
  const english = await sowhat('search', '--explain', 'distilation in july', '--at', at);
  expect(english.out).toMatch(/^distilation → distillation \(stem, 0\.90\)$/m);
  expect(english.out).toMatch(/^\d+ found$/m);
  expect(english.out).toMatch(/^ {11}· distilation → distillation \(stem, 0\.90\)$/m);
});

test('search says what it was to be narrowed by and is not there', async () => {
  expect((await sowhat('search', 'tag:agentic')).out).toContain('There is no tag “agentic”.');
  expect((await sowhat('search', 'source:nosuch')).out).toContain('There is no source “nosuch”.');
  expect((await sowhat('search', 'source:')).out).toContain('Put an outlet’s name behind “source:”.');
});

test('settings elsewhere have the aliases beside them, or else the packaged ones', async () => {
  const elsewhere = path.join(root, 'elsewhere');
  mkdirSync(elsewhere);
  const config = path.join(elsewhere, 'mine.yaml');
  writeFileSync(config, 'briefs: { folder: ../briefs }\nchannels: []\n');
  const read = (query: string) => sowhat('search', '--explain', query, '--at', at, '--config', config);
  expect((await read('인수합병')).out).toContain('인수합병 → acquisition (alias, ');
  writeFileSync(path.join(elsewhere, 'aliases.yaml'), '- [zeppelin, acquisition]\n');
  expect((await read('인수합병')).out).not.toContain('(alias, ');
  expect((await read('zeppelin')).out).toContain('zeppelin → acquisition (alias, ');
  writeFileSync(path.join(elsewhere, 'aliases.yaml'), '- [zeppelin]\n');
  expect(await read('zeppelin')).toMatchObject({ code: 1, err: expect.stringContaining('Entry 1') });
});

test('restore says what a backup cannot know: what was posted, retracted or corrected since', async () => {
  await (await openStore({ dataDir: path.join(root, 'data'), clock: Date.now })).close();
  const file = path.join(root, 'ledger.db');
  const place = ['--data', path.join(root, 'data')];
  const ledger = (...words: string[]) =>
    run(process.execPath, [path.resolve('bin/sowhat.js'), ...words, ...place], { cwd: root });
  await ledger('backup', file);
  const { stdout } = await ledger('restore', file);
  expect(stdout).toContain('its news may be told once more.');
  expect(stdout).toContain('What was retracted or corrected since then is not, either: do that again');
});
