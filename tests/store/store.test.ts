import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Kysely, type Migration, Migrator, sql } from 'kysely';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/store/migrations.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { storeContract } from './store-contract.ts';

const freshFolder = () => mkdtempSync(path.join(os.tmpdir(), 'sowhat-store-'));

describe('SQLite', () => {
  storeContract(async () => ({ dataDir: freshFolder() }));

  test('commits survive the process: WAL with synchronous FULL', async () => {
    const dataDir = freshFolder();
    const store = await openStore({ dataDir, clock: Date.now });
    await store.setValue('k', 'v');
    const file = new Database(path.join(dataDir, 'sowhat.db'));
    expect(file.prepare('pragma journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
    expect(file.prepare('select value from kept_values').get()).toMatchObject({ value: 'v' });
    file.close();
    await store.close();
  });

  test('a schema newer than the program is refused with a sentence', async () => {
    const dataDir = freshFolder();
    await (await openStore({ dataDir, clock: Date.now })).close();
    const file = new Database(path.join(dataDir, 'sowhat.db'));
    file.exec(`insert into kysely_migration values ('999-future', '2030-01-01')`);
    file.close();
    await expect(openStore({ dataDir, clock: Date.now })).rejects.toThrow(
      /written by a newer Sowhat.*999-future/,
    );
  });

  test('a ledger that says who asked what forgets who', async () => {
    const dataDir = freshFolder();
    const old = new Kysely({ dialect: sqliteDialect(path.join(dataDir, 'sowhat.db')) });
    const first = { '001-ledger': migrations['001-ledger'] as Migration };
    await new Migrator({ db: old, provider: { getMigrations: async () => first } }).migrateToLatest();
    await sql`insert into answers values ('q', 'slack', 'D1', 'U1', 'ko', '{"asked":"관세"}', 1)`.execute(
      old,
    );
    await old.destroy();
    const store = await openStore({ dataDir, clock: Date.now });
    expect(await store.answer('q')).toEqual({
      id: 'q',
      language: 'ko',
      body: { asked: '관세' },
      createdAt: 1,
    });
    await store.close();
    const file = new Database(path.join(dataDir, 'sowhat.db'));
    expect(JSON.stringify(file.prepare('select * from answers').all())).not.toMatch(/U1|D1/);
    file.close();
  });

  test('two programs that start on an empty folder at once both open it', async () => {
    const dataDir = freshFolder();
    const stores = await Promise.all([1, 2].map(() => openStore({ dataDir, clock: Date.now })));
    await stores[0]?.setValue('k', 'v');
    expect(await stores[1]?.value('k')).toBe('v');
    for (const store of stores) await store.close();
  });

  test('a folder that cannot be written to is named in a sentence', async () => {
    const dataDir = path.join(freshFolder(), 'file', 'data');
    writeFileSync(path.dirname(dataDir), '');
    await expect(openStore({ dataDir, clock: Date.now })).rejects.toThrow(
      `The state in ${dataDir} cannot be opened`,
    );
  });
});
