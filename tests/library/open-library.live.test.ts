import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { parseAliases } from '../../src/search/alias-table.ts';

let root = '';
let library: Library;
let errors: string[] = [];
const now = Date.UTC(2026, 6, 3, 9);

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'library-thread-'));
  mkdirSync(path.join(root, 'briefs'));
  errors = [];
  library = await open();
});
afterEach(async () => {
  await library.close();
  rmSync(root, { recursive: true, force: true });
});

function open(): Promise<Library> {
  return openLibrary({
    folders: [{ path: path.join(root, 'briefs'), prefix: '' }],
    dataDir: path.join(root, 'data'),
    aliases: parseAliases(''),
    logger: { error: (_fields, message) => void errors.push(message) },
    clock: () => now,
  });
}

function put(file: string, title: string): void {
  const text = `---\ntitle: "${title}"\ndate_ingested: "2026-07-03T08:00:00Z"\nsummary_en: "${title} in a sentence."\n---\n`;
  writeFileSync(path.join(root, 'briefs', file), text);
}

test('scans, searches and tells its briefs from a thread of its own', async () => {
  put('a.md', 'Lanterns');
  put('b.md', 'Turbines');
  const seen: number[] = [];
  library.onScan((report) => void seen.push(report.added));
  expect(await library.scan()).toMatchObject({ files: 2, added: 2, problems: [] });
  expect(seen).toEqual([2]);
  expect((await library.list()).map(({ file }) => file)).toEqual(['a.md', 'b.md']);
  expect((await library.search('turbines', { limit: 5, now })).hits.map(({ file }) => file)).toEqual([
    'b.md',
  ]);
  expect((await library.briefs(['b.md', 'gone.md'])).map(({ title }) => title)).toEqual(['Turbines']);
  expect((await library.newest(1)).map(({ file }) => file)).toEqual(['a.md']);
  expect(await library.stories()).toEqual([['a.md'], ['b.md']]);
  expect(await library.storyOf('a.md')).toEqual({ id: 'a.md', files: ['a.md'] });
  expect((await library.kinds()).map(({ kind }) => kind)).toEqual(['brief', 'brief']);
});

test('more briefs than one page holds all come, in order', async () => {
  const count = 600;
  const files = Array.from({ length: count }, (_, index) => `${String(index).padStart(5, '0')}.md`);
  for (const file of files) put(file, `Story ${file}`);
  await library.scan();
  expect((await library.list()).map(({ file }) => file)).toEqual(files);
  expect(await library.stories()).toHaveLength(count);
  expect(await library.briefs(files)).toHaveLength(count);
});

test('a search is answered while a scan is under way', async () => {
  for (let index = 0; index < 700; index += 1) put(`${index}.md`, `Story ${index}`);
  let scanned = false;
  const scan = library.scan().then(() => {
    scanned = true;
  });
  const before = await library.search('nothing', { limit: 1, now });
  expect(scanned).toBe(false);
  expect(before.hits).toEqual([]);
  await scan;
  expect((await library.search('story', { limit: 1, now })).total).toBeGreaterThan(0);
});

test('a damaged cache is begun anew without a word to the caller', async () => {
  for (let index = 0; index < 300; index += 1) put(`${index}.md`, `Story ${index}`);
  await library.scan();
  await library.close();
  const data = path.join(root, 'data');
  for (const name of readdirSync(data)) {
    if (name.startsWith('library') && name.endsWith('.db')) truncateSync(path.join(data, name), 20_480);
    if (!name.endsWith('.db')) rmSync(path.join(data, name));
  }
  library = await open();
  expect(await library.scan()).toMatchObject({ files: 300, problems: [] });
  expect(await library.list()).toHaveLength(300);
});

test('a folder for its caches that cannot be made is an error that says so', async () => {
  await library.close();
  writeFileSync(path.join(root, 'file'), '');
  const opening = openLibrary({
    folders: [],
    dataDir: path.join(root, 'file', 'data'),
    aliases: parseAliases(''),
    logger: { error: (_fields, message) => void errors.push(message) },
    clock: () => now,
  });
  await expect(opening).rejects.toThrow(/ENOTDIR.*data/);
});

test('closed, it takes no more calls', async () => {
  await library.close();
  await expect(library.list()).rejects.toThrow('The library is closed.');
});
