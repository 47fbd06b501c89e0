import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
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
    const options = { owner: 'bot', clock: Date.now, logger, onClosed: resolve, renewMs: 25 };
    holdLedger(store, options).then(async (release) => {
      letGo = release;
      await store.setValue(movedKey, 'begun');
    }, resolve);
  });
  expect(await said).toMatch(/Moving this ledger to PostgreSQL was begun.*sowhat migrate/);
  await letGo();
});
