import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHealth } from '../../src/health/start-health.ts';
import { openStore } from '../../src/store/open-store.ts';
import { until } from '../app/start-bot.ts';
import { startSilencer } from '../store/silencer.ts';
import {
  postgresPrograms,
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from '../store/throwaway-postgres.ts';

const bin = postgresPrograms();
if (bin === null && process.env.CI === 'true')
  throw new Error('PostgreSQL is missing: apt-get install postgresql');

describe.skipIf(bin === null)('whether it is ready, with a PostgreSQL', () => {
  let postgres: ThrowawayPostgres;
  beforeAll(async () => {
    postgres = await startThrowawayPostgres(bin ?? '');
  });
  afterAll(() => postgres.stop());

  test('one that falls silent, or that is gone, is told as the reason; once it answers again it is ready', async () => {
    const way = await startSilencer(await postgres.database());
    const store = await openStore({ databaseUrl: way.databaseUrl, silentMs: 1_500, clock: Date.now });
    const server = await startHealth({
      ...{ port: 0, isConnected: () => true, askLedger: store.whyUnusable, ledgerWithinMs: 500 },
      channels: async () => [],
    });
    const ask = async () => (await fetch(`http://127.0.0.1:${server.port}/readyz`)).text();
    expect(await ask()).toBe('ready\n');
    way.silence();
    expect(await ask()).toBe('the ledger gave no answer within 0.5 s\n');
    await until(ask, (answer) => answer === 'ready\n');
    await way.close();
    expect(await ask()).toBe('the ledger cannot be asked\n');
    await server.close();
    await store.close();
  });

  test('one that can only be read is told as the reason', async () => {
    const databaseUrl = await postgres.database();
    const store = await openStore({ databaseUrl, clock: Date.now });
    expect(await store.whyUnusable()).toBeNull();
    await store.close();
    const readOnly = `${databaseUrl}${databaseUrl.includes('?') ? '&' : '?'}options=-c%20default_transaction_read_only%3Don`;
    const standby = await openStore({ databaseUrl: readOnly, clock: Date.now });
    expect(await standby.whyUnusable()).toMatch(/can only be read: give the bot a database/);
    await standby.close();
  });
});
