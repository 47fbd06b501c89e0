import { rmSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { pullingLibrary } from '../../src/app/pulling-library.ts';
import { pullBriefs, pulledFolder } from '../../src/git/pull-briefs.ts';
import type { Repository } from '../../src/git/repository.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import { openStore } from '../../src/store/open-store.ts';
import { briefsRepository, scratch, variables } from './briefs-repository.ts';

function brief(title: string): string {
  return `---
id: ${title.toLowerCase().replaceAll(' ', '-')}
title: "${title}"
canonical_url: "https://harbor.example/${title.toLowerCase().replaceAll(' ', '-')}"
source_name: Harbor Daily
language_original: en
date_published: 2026-03-10
date_ingested: 2026-03-10T09:00:00+09:00
summary_en: "${title}, and the harbour council explains what it will cost the ferries this year."
confidence: 0.9
---
`;
}

/** The real library and ledger over a repository whose settings can be changed between scans. */
async function follow(first: Repository) {
  const dataDir = scratch('data');
  const clock = { now: Date.parse('2026-03-10T09:00:00Z') };
  const state: {
    repository: Repository;
    troubles: (string | null)[];
    /** What a pull waits for first. */
    before: () => Promise<void>;
  } = { repository: first, troubles: [], before: async () => {} };
  const opened = await openLibrary({
    folders: [{ path: pulledFolder(dataDir), prefix: '' }],
    dataDir,
    aliases: null,
    logger: pino({ level: 'silent' }),
    clock: () => clock.now,
  });
  const library = pullingLibrary(opened, {
    async pull() {
      await state.before();
      await pullBriefs(state.repository, dataDir, variables);
    },
    everyMs: 60_000,
    clock: () => clock.now,
    onTrouble: (error) => state.troubles.push(error?.message ?? null),
  });
  const store = await openStore({ dataDir: path.join(dataDir, 'ledger'), clock: () => clock.now });
  onTestFinished(async () => {
    await library.close();
    await store.close();
  });
  return {
    library,
    state,
    /** Scans after the given time, and gives the ledger's count of briefs it had never seen. */
    async scan(laterMs = 60_000) {
      clock.now += laterMs;
      const report = await library.scan();
      const briefs = await library.list();
      const fresh = (await store.noteBriefs(briefs)).length;
      return { files: briefs.map(({ file }) => file), report, fresh };
    },
  };
}

test('between pulls the folder stays; then what is new comes, and nothing twice', async () => {
  const { repository, push } = briefsRepository();
  push({ 'a.md': brief('Pier opens'), 'b.md': brief('Crane falls') });
  const { scan } = await follow(repository);
  expect(await scan()).toMatchObject({ files: ['a.md', 'b.md'], fresh: 2 });
  push({ 'c.md': brief('Ferry late') });
  expect(await scan(30_000)).toMatchObject({ files: ['a.md', 'b.md'], fresh: 0 });
  const after = await scan(30_000);
  expect(after).toMatchObject({ files: ['a.md', 'b.md', 'c.md'], fresh: 1 });
  // The files that did not change were not read as briefs again.
  expect(after.report.parsed).toBe(1);
});

test('a look at what is there waits for no pull, and one that is asked for anew pulls at once', async () => {
  const { repository, push } = briefsRepository();
  push({ 'a.md': brief('Pier opens') });
  const { library, state, scan } = await follow(repository);
  await scan();
  let begun = () => {};
  let end = () => {};
  const hanging = new Promise<void>((resolve) => {
    begun = resolve;
  });
  state.before = () => {
    begun();
    return new Promise((resolve) => {
      end = resolve;
    });
  };
  const pulled = scan();
  await hanging;
  // The remote does not answer: what is there is looked at all the same.
  expect((await library.look()).files).toBe(1);
  state.before = async () => {};
  end();
  await pulled;
  push({ 'b.md': brief('Crane falls') });
  expect((await library.scan()).files).toBe(1);
  expect((await library.refresh()).files).toBe(2);
});

test('a look that begins during a pull does not stand for the scan after it', async () => {
  const { repository, push } = briefsRepository();
  push({ 'a.md': brief('Pier opens') });
  const { library, state, scan } = await follow(repository);
  await scan();
  push({ 'b.md': brief('Crane falls') });
  let looking: Promise<unknown> = Promise.resolve();
  state.before = async () => {
    // Under way when the pull ends.
    looking = Promise.all([library.look(), library.look(), library.look()]);
  };
  expect((await library.refresh()).files).toBe(2);
  await looking;
});

test('a force-push and a branch switch there and back lose nothing and make nothing new', async () => {
  const { repository, push } = briefsRepository();
  push({ 'a.md': brief('Pier opens'), 'b.md': brief('Crane falls') });
  const { scan, state } = await follow(repository);
  await scan();
  push({ 'b.md': brief('Crane falls again') }, { rewrite: true });
  expect(await scan()).toMatchObject({
    files: ['a.md', 'b.md'],
    fresh: 0,
    report: { changed: 1, removed: 0 },
  });
  push({ 'a.md': null, 'd.md': brief('Dock closes') }, { branch: 'next' });
  state.repository = { ...repository, branch: 'next' };
  expect(await scan()).toMatchObject({ files: ['b.md', 'd.md'], fresh: 1 });
  state.repository = repository;
  expect(await scan()).toMatchObject({ files: ['a.md', 'b.md'], fresh: 0 });
});

test('a vanished remote: the briefs stay, the trouble is told, and its end too', async () => {
  const { repository, push, bare } = briefsRepository();
  push({ 'a.md': brief('Pier opens') });
  const { scan, state } = await follow(repository);
  await scan();
  state.repository = { ...repository, url: `file://${bare}.gone` };
  expect(await scan()).toMatchObject({ files: ['a.md'], fresh: 0, report: { removed: 0, problems: [] } });
  expect(state.troubles).toEqual([expect.stringMatching(/cannot be read/)]);
  state.repository = repository;
  expect(await scan()).toMatchObject({ files: ['a.md'], fresh: 0 });
  expect(state.troubles.at(-1)).toBeNull();
  rmSync(bare, { recursive: true });
  expect(await scan()).toMatchObject({ files: ['a.md'], fresh: 0 });
});
