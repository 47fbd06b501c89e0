import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import matter from 'gray-matter';
import { afterEach, describe, expect, test } from 'vitest';
import { archiveEdition } from '../../src/archive/archive-edition.ts';
import { fileName } from '../../src/archive/archive-path.ts';
import { escapeCommonmark } from '../../src/archive/escape-commonmark.ts';
import { writeArchive } from '../../src/archive/write-archive.ts';
import { makeEdition, makeStory } from '../message/make-edition.ts';

test('an edition as a file, whole', () => {
  expect(archiveEdition(makeEdition(), 'ko', ['1700000000.000100', '1700000001.000100'])).toEqual({
    path: '2026-03-10/0830-team.ko.md',
    text: `---
edition: "slack:T1:C1:2026-03-10:0830"
channel: "team"
date: "2026-03-10"
slot: "0830"
language: ko
briefs:
  - "a.md"
  - "b.md"
  - "c.md"
messages:
  - "1700000000.000100"
  - "1700000001.000100"
---

# 3월 9–10일 · 3건 중 1건

---

**계산대가 사라지고 있다.**

하버카트가 새 매장을 열었다. 계산대가 없다.

> → 무인 결제를 시험해 볼 때다.

**핵심 내용**

- A store without a till (영문)
- 매장 12곳으로 확대

Outlet a · [Harbor Cart opens store a](https://news.example/a)

---

**한 줄 소식**

- 계산대가 사라지고 있다 · [Outlet b](https://news.example/b)

---

**나머지 1건**

- 계산대가 사라지고 있다 · [Outlet c](https://news.example/c)
`,
  });
});

test('front matter survives odd names', () => {
  const odd = 'a: "b" #\n- c\u2028\u0085.md';
  const { text } = archiveEdition(makeEdition({ highlights: [makeStory({ file: odd })] }), 'en', []);
  expect(matter(text, {}).data).toMatchObject({
    language: 'en',
    briefs: [odd, 'a.md', 'b.md', 'c.md'].filter((file) => file !== 'a.md'),
    messages: [],
  });
});

describe('names of files', () => {
  test.each([
    ['team-ko', 'team-ko'],
    ['팀-소식', '팀-소식'],
  ])('%s stays', (name, expected) => {
    expect(fileName(name)).toBe(expected);
  });

  test.each(['../../etc/passwd', '..', '', 'a/b', 'a\\b', 'CON:', '.hidden', 'x'.repeat(300), 'a b'])(
    '%j is made safe',
    (name) => {
      expect(fileName(name)).toMatch(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,67}$/u);
    },
  );

  test('two names that would be one stay two', () => {
    expect(fileName('a b')).not.toBe(fileName('a/b'));
  });
});

test.each([
  ['# a', '\\# a'],
  ['<b>&amp;</b> [x](y) `c` *d* _e_', '\\<b\\>\\&amp;\\</b\\> \\[x\\](y) \\`c\\` \\*d\\* \\_e\\_'],
  ['1. a', '1\\. a'],
  ['https://evil.example www.evil.example', 'https\\://evil.example www\\.evil.example'],
  ['a\n# b', 'a # b'],
])('Markdown %j is text', (given, expected) => {
  expect(escapeCommonmark(given)).toBe(expected);
});

describe('writing', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  test('replaces the whole file and leaves nothing else behind', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'archive-'));
    folders.push(folder);
    await writeArchive(folder, { path: '2026-03-10/0830-team.ko.md', text: 'old\n' });
    await writeArchive(folder, { path: '2026-03-10/0830-team.ko.md', text: 'new\n' });
    expect(await readdir(path.join(folder, '2026-03-10'))).toEqual(['0830-team.ko.md']);
    expect(await readFile(path.join(folder, '2026-03-10', '0830-team.ko.md'), 'utf8')).toBe('new\n');
  });

  test('a disk that refuses is told, and no draft stays', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'archive-'));
    folders.push(folder);
    await writeArchive(folder, { path: 'a.md/b.md', text: 'x' });
    await expect(writeArchive(folder, { path: 'a.md', text: 'x' })).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['a.md']);
  });
});
