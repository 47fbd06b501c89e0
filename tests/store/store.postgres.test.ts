import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
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

  test('an address that does not answer is explained without the password', async () => {
    const databaseUrl = 'postgresql://sowhat:geheim@127.0.0.1:1/none';
    const opening = openStore({ databaseUrl, clock: Date.now });
    await expect(opening).rejects.toThrow(/DATABASE_URL cannot be used/);
    await expect(opening).rejects.not.toThrow(/geheim/);
  });
});
