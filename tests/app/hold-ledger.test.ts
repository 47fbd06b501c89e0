import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { holdLedger } from '../../src/app/hold-ledger.ts';
import { movedKey } from '../../src/store/migrate-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';

test('a program whose ledger is moved away under it ends with a sentence', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sowhat-hold-'));
  const store = await openStore({ dataDir, clock: Date.now });
  onTestFinished(() => store.close());
  const logger = pino({ level: 'silent' });
  let letGo = async () => {};
  const said = new Promise<string>((resolve) => {
    const options = {
      owner: 'bot',
      clock: Date.now,
      logger,
      onClosed: resolve,
      onAway: () => {},
      renewMs: 25,
    };
    holdLedger(store, options).then(async (release) => {
      letGo = release;
      await store.setValue(movedKey, 'begun');
    }, resolve);
  });
  expect(await said).toMatch(/Moving this ledger to PostgreSQL was begun.*sowhat migrate/);
  await letGo();
});

test('a ledger that is removed or replaced under the program is told once, and is no news when it is back', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sowhat-hold-'));
  const store = await openStore({ dataDir, clock: Date.now });
  onTestFinished(() => store.close());
  const said: (string | null)[] = [];
  const letGo = await holdLedger(store, {
    owner: 'bot',
    clock: Date.now,
    logger: pino({ level: 'silent' }),
    onClosed: (sentence) => void said.push(sentence),
    onAway: (sentence) => void said.push(sentence),
    renewMs: 25,
  });
  onTestFinished(letGo);
  const file = path.join(dataDir, 'sowhat.db');
  const aside = path.join(dataDir, 'aside.db');
  expect(await store.whyUnusable()).toBeNull();
  renameSync(file, aside);
  await vi.waitFor(() => expect(said).toEqual([expect.stringContaining(`${file} was removed or replaced`)]));
  expect(await store.whyUnusable()).toMatch(/news may then be told twice\. Put the file back/);
  writeFileSync(file, '');
  expect(await store.whyUnusable()).toMatch(/was removed or replaced/);
  renameSync(aside, file);
  await vi.waitFor(() => expect(said).toHaveLength(2));
  expect(said[1]).toBeNull();
  expect(await store.whyUnusable()).toBeNull();
  rmSync(dataDir, { recursive: true });
  await vi.waitFor(() => expect(said).toHaveLength(3));
});
