import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { editorOf } from '../../src/app/editor-of.ts';
import { keepEdits } from '../../src/app/keep-edits.ts';
import type { Settings } from '../../src/config/settings.ts';
import type { PostedEdition } from '../../src/delivery/delivery-store.ts';
import { openStore } from '../../src/store/open-store.ts';

/** A ledger with one posted edition a file, each of which is retracted. */
async function retracted(files: readonly string[]) {
  let now = Date.parse('2026-06-15T00:00:00Z');
  const clock = () => now;
  const store = await openStore({ dataDir: mkdtempSync(path.join(os.tmpdir(), 'sowhat-edits-')), clock });
  onTestFinished(() => store.close());
  for (const file of files)
    await store.edit(
      await store.editVersion(),
      {
        put: [{ file, kind: 'retracted', at: clock(), by: '', brief: null, others: [] }],
        ...{ end: [], by: '', at: clock() },
      },
      [],
    );
  const library = { briefs: async () => [] };
  const editor = editorOf({
    store,
    library,
    settings: () => ({ channels: [] }) as unknown as Settings,
    clock,
  });
  function later(ms: number): void {
    now += ms;
  }
  return { store, clock, editor, later };
}

test('an edit that cannot be carried out holds up no other, and is tried again', async () => {
  const { store, clock, editor, later } = await retracted(['a.md', 'b.md']);
  const tried: string[] = [];
  let isBroken = true;
  const edits = keepEdits({
    store,
    editor: {
      async catchUp(files) {
        tried.push(...files);
        if (isBroken && files.includes('a.md')) throw new Error('No space left on the device.');
        return editor.catchUp(files);
      },
    },
    archive: async () => {},
    look: async () => {},
    ...{ logger: pino({ level: 'silent' }), clock },
  });
  await edits.run();
  expect(tried).toEqual(['a.md', 'b.md']);
  isBroken = false;
  await edits.run();
  later(61_000);
  await edits.run();
  later(61_000);
  await edits.run();
  // Both are over with.
  tried.length = 0;
  later(600_000);
  await edits.run();
  expect(tried).toEqual([]);
});

test('messages are changed before the folder is looked at, and the archive is written although it was not at first', async () => {
  const { store, clock, editor } = await retracted(['a.md']);
  const did: string[] = [];
  let isBroken = true;
  const edits = keepEdits({
    store: {
      ...store,
      openEdits: store.openEdits,
      posted: async () => [{ parts: [], edition: {} } as unknown as PostedEdition],
    },
    editor: {
      async catchUp(files) {
        did.push('messages');
        return editor.catchUp(files);
      },
    },
    async archive() {
      did.push('archive');
      if (isBroken) throw new Error('The archive cannot be written.');
    },
    look: async () => void did.push('look'),
    ...{ logger: pino({ level: 'silent' }), clock },
  });
  await edits.run();
  expect(did).toEqual(['messages', 'look', 'archive']);
  isBroken = false;
  await edits.run();
  expect(did).toEqual(['messages', 'look', 'archive', 'messages', 'look', 'archive']);
  await edits.run();
  expect(did.slice(6)).toEqual(['messages']);
});
