import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/store/open-database.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startSilencer } from './silencer.ts';
import { storeContract } from './store-contract.ts';
import { postgresPrograms, startThrowawayPostgres, type ThrowawayPostgres } from './throwaway-postgres.ts';

const bin = postgresPrograms();
if (bin === null && process.env.CI === 'true')
  throw new Error('PostgreSQL is missing: apt-get install postgresql');

describe.skipIf(bin === null)('PostgreSQL', () => {
  let postgres: ThrowawayPostgres;
  beforeAll(async () => {
    postgres = await startThrowawayPostgres(bin ?? '');
  });
  afterAll(() => postgres.stop());

  storeContract(async () => ({ databaseUrl: await postgres.database() }));

  test('a schema newer than the program is refused with a sentence', async () => {
    const databaseUrl = await postgres.database();
    await (await openStore({ databaseUrl, clock: Date.now })).close();
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(`insert into kysely_migration values ('999-future', '2030-01-01')`);
    await client.end();
    await expect(openStore({ databaseUrl, clock: Date.now })).rejects.toThrow(
      /written by a newer Sowhat.*999-future/,
    );
  });

  test('three programs that start on an empty database at once all open it', async () => {
    const databaseUrl = await postgres.database();
    const stores = await Promise.all([1, 2, 3].map(() => openStore({ databaseUrl, clock: Date.now })));
    await stores[0]?.setValue('k', 'v');
    expect(await stores[2]?.value('k')).toBe('v');
    for (const store of stores) await store.close();
  });

  test('a connection that breaks under a statement fails that statement and nothing else', async () => {
    const databaseUrl = await postgres.database();
    const { db } = await openDatabase({ databaseUrl });
    const waiting = sql`select pg_sleep(60)`.execute(db);
    const broken = expect(waiting).rejects.toThrow(/terminat/);
    const other = new pg.Client({ connectionString: databaseUrl });
    await other.connect();
    const end = `select pg_terminate_backend(pid) as ended from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`;
    await vi.waitFor(async () => expect((await other.query(end)).rows).not.toEqual([]), { timeout: 5_000 });
    await broken;
    await vi.waitFor(async () =>
      expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]),
    );
    await other.end();
    await db.destroy();
  });

  test('a database that falls silent on an open connection fails the statement, and another connection is made', async () => {
    const path = await startSilencer(await postgres.database());
    const store = await openStore({ databaseUrl: path.databaseUrl, silentMs: 700, clock: Date.now });
    expect(await store.hold('lease', 'a', 1, 2)).toBe(true);
    path.silence();
    await expect(store.hold('lease', 'a', 3, 4)).rejects.toThrow(/said nothing for 1 seconds|terminated/);
    expect(await store.hold('lease', 'a', 3, 4)).toBe(true);
    await store.close();
    await path.close();
  });

  test('an address that does not answer is explained without the password', async () => {
    const databaseUrl = 'postgresql://sowhat:geheim@127.0.0.1:1/none';
    const opening = openStore({ databaseUrl, clock: Date.now });
    await expect(opening).rejects.toThrow(/DATABASE_URL cannot be used/);
    await expect(opening).rejects.not.toThrow(/geheim/);
  });
});
