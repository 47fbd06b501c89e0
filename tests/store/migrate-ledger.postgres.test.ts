import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdLedger } from '../../src/app/hold-ledger.ts';
import { migrateLedger } from '../../src/store/migrate-ledger.ts';
import { openStore } from '../../src/store/open-store.ts';
import { decision, message, target } from './store-contract.ts';
import {
  postgresPrograms,
  run,
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from './throwaway-postgres.ts';

const bin = postgresPrograms();
const now = Date.parse('2026-06-15T12:00:00Z');
const clock = () => now;

describe.skipIf(bin === null)('moving a SQLite ledger to PostgreSQL', () => {
  let postgres: ThrowawayPostgres;
  beforeAll(async () => {
    postgres = await startThrowawayPostgres(bin ?? '');
  });
  afterAll(() => postgres.stop());

  async function filled(): Promise<string> {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'sowhat-move-'));
    const store = await openStore({ dataDir, clock });
    await store.noteBriefs([{ file: 'a', ingestedAt: 1 }]);
    await store.decide([decision('2026-06-15', { expiresAt: null })]);
    await store.claim('2026-06-15-0', 0, { owner: 'x', now, leaseUntil: now, thread: null, degraded: false });
    await store.settle(
      '2026-06-15-0',
      { status: 'sending', attempts: 1 },
      { status: 'sent', messageId: 'm1', postedAt: now },
    );
    await store.close();
    return dataDir;
  }

  test('brings everything: what was posted, what is open, what was judged, and the numbers that go on', async () => {
    const dataDir = await filled();
    const databaseUrl = await postgres.database();
    const moved = await migrateLedger({ dataDir }, { databaseUrl }, clock);
    expect(moved).toMatchObject({ deliveries: 2, editions: 1, slots: 1, seenBriefs: 1 });
    const store = await openStore({ databaseUrl, clock });
    expect((await store.open('slack', 'T1', 0)).map((each) => each.id)).toEqual(['2026-06-15-1']);
    expect((await store.delivered('2026-06-15-0'))?.messageId).toBe('m1');
    expect(await store.decide([decision('2026-06-15', { judgedTimes: 1 })])).toEqual(['known']);
    expect(await store.readChannels([{ target, name: 'team-ko' }], { seq: 1, at: now })).toMatchObject([
      { unjudged: [] },
    ]);
    await store.add([message('later')], now);
    const open = await store.open('slack', 'T1', 0);
    expect(open.map((each) => each.id)).toEqual(['2026-06-15-1', 'later']);
    expect(new Set(open.map((each) => each.seq)).size).toBe(2);
    await store.close();
  });

  test('may be repeated; the old ledger is not started on again', async () => {
    const dataDir = await filled();
    const databaseUrl = await postgres.database();
    await migrateLedger({ dataDir }, { databaseUrl }, clock);
    expect(await migrateLedger({ dataDir }, { databaseUrl }, clock)).toEqual({});
    await expect(openStore({ dataDir, clock })).rejects.toThrow(/was moved to PostgreSQL.*DATABASE_URL/);
  });

  test('broken off when all is copied: nobody starts on the old ledger, and the move is finished by repeating it', async () => {
    const dataDir = await filled();
    const databaseUrl = await postgres.database();
    let asked = 0;
    const broken = () => {
      asked += 1;
      if (asked === 4) throw new Error('Killed here.');
      return now;
    };
    await expect(migrateLedger({ dataDir }, { databaseUrl }, broken)).rejects.toThrow('Killed here.');
    await expect(openStore({ dataDir, clock })).rejects.toThrow(/was begun.*sowhat migrate/);
    expect(await migrateLedger({ dataDir }, { databaseUrl }, clock)).toEqual({});
    await expect(openStore({ dataDir, clock })).rejects.toThrow(/was moved to PostgreSQL/);
    const store = await openStore({ databaseUrl, clock });
    expect((await store.open('slack', 'T1', 0)).map((each) => each.id)).toEqual(['2026-06-15-1']);
    await store.close();
  });

  test('a ledger that was moved is not moved a second time, to another database', async () => {
    const dataDir = await filled();
    await migrateLedger({ dataDir }, { databaseUrl: await postgres.database() }, clock);
    const another = { databaseUrl: await postgres.database() };
    await expect(migrateLedger({ dataDir }, another, clock)).rejects.toThrow(/was moved to PostgreSQL on/);
    const store = await openStore({ ...another, clock });
    expect(await store.open('slack', 'T1', 0)).toEqual([]);
    await store.close();
  });

  test('broken off in the COMMIT: nobody starts on the old ledger, whatever the new one shows by then', async () => {
    const dataDir = await filled();
    const databaseUrl = await postgres.database();
    // The target says no only when all is copied, as where the connection breaks in the COMMIT.
    await run(
      databaseUrl,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'The connection broke.'; END $$;`,
    );
    await (await openStore({ databaseUrl, clock })).close();
    await run(
      databaseUrl,
      'CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON deliveries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    await expect(migrateLedger({ dataDir }, { databaseUrl }, clock)).rejects.toThrow('The connection broke.');
    await expect(openStore({ dataDir, clock })).rejects.toThrow(/was begun.*sowhat migrate/);
    await run(databaseUrl, 'DROP TRIGGER broken ON deliveries');
    expect(await migrateLedger({ dataDir }, { databaseUrl }, clock)).toMatchObject({ deliveries: 2 });
    await expect(openStore({ dataDir, clock })).rejects.toThrow(/was moved to PostgreSQL on/);
  });

  test('a bot that opened the ledger before it was moved, and takes its lease after, does not begin', async () => {
    const dataDir = await filled();
    const opened = await openStore({ dataDir, clock });
    await migrateLedger({ dataDir }, { databaseUrl: await postgres.database() }, clock);
    expect(await opened.hold('post:slack:T1', 'bot', now, now + 30_000)).toBe(false);
    const logger = pino({ level: 'silent' });
    await expect(
      holdLedger(opened, { owner: 'bot', clock, logger, onClosed: () => {}, onAway: () => {} }),
    ).rejects.toThrow(/was moved to PostgreSQL on/);
    await opened.close();
  });

  test('is refused while the bot runs, and where the target is in use', async () => {
    const dataDir = await filled();
    const databaseUrl = await postgres.database();
    const running = await openStore({ dataDir, clock });
    await running.hold('post:slack:T1', 'bot', now, now + 30_000);
    await expect(migrateLedger({ dataDir }, { databaseUrl }, clock)).rejects.toThrow(
      /is running on this ledger/,
    );
    await running.release('post:slack:T1', 'bot');
    await running.close();
    const other = await openStore({ databaseUrl, clock });
    await other.add([message('r')], now);
    await other.close();
    await expect(migrateLedger({ dataDir }, { databaseUrl }, clock)).rejects.toThrow(
      /already holds a ledger/,
    );
    await (await openStore({ dataDir, clock })).close();
  });

  test('is refused where a bot runs on the target, or ran there before anything was posted', async () => {
    const dataDir = await filled();
    const databaseUrl = await postgres.database();
    const other = await openStore({ databaseUrl, clock });
    await other.hold('program', 'bot', now, now + 30_000);
    await expect(migrateLedger({ dataDir }, { databaseUrl }, clock)).rejects.toThrow(
      /is running on the PostgreSQL of DATABASE_URL/,
    );
    await other.release('program', 'bot');
    await other.setValue('ledger-id', 'its own');
    await expect(migrateLedger({ dataDir }, { databaseUrl }, clock)).rejects.toThrow(
      /already holds a ledger/,
    );
    await other.close();
    // Nothing of it is closed, or begun.
    await (await openStore({ dataDir, clock })).close();
    expect(await migrateLedger({ dataDir }, { databaseUrl: await postgres.database() }, clock)).toMatchObject(
      {
        deliveries: 2,
      },
    );
  });
});
