import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { inChunks } from './in-chunks.ts';
import { openDatabase } from './open-database.ts';
import { StoreError } from './store-error.ts';
import { type Tables, tableNames } from './tables.ts';

/** Kept value of a SQLite ledger that was moved away; such a ledger is not started on again. */
export const movedKey = 'moved-to-postgres';
const idKey = 'ledger-id';
const originKey = 'moved-from';

/**
 * Moves a SQLite ledger into an empty PostgreSQL, whole or not at all, so that nothing is posted again. The old one
 * is closed for good. Safe to repeat after a crash.
 * @returns rows moved per table; empty where the move had been made before
 * @throws StoreError with a sentence: the bot still runs, the target is in use, or either cannot be opened
 */
export async function migrateLedger(
  from: { dataDir: string },
  to: { databaseUrl: string },
  clock: () => number,
): Promise<Partial<Record<keyof Tables, number>>> {
  const source = await openDatabase(from);
  try {
    await refuseWhileRunning(source.db, clock());
    const target = await openDatabase(to);
    try {
      const origin = await originOf(source.db);
      const moved = await copy(source.db, target.db, origin);
      await setValue(source.db, movedKey, new Date(clock()).toISOString());
      return moved;
    } finally {
      await target.db.destroy();
    }
  } finally {
    await source.db.destroy();
  }
}

async function copy(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  origin: string,
): Promise<Partial<Record<keyof Tables, number>>> {
  if ((await value(target, originKey)) === origin) return {};
  for (const name of ['deliveries', 'editions', 'slots', 'seenBriefs'] as const) {
    const used = await target.selectFrom(name).selectAll().limit(1).executeTakeFirst();
    if (used)
      throw new StoreError(
        'The PostgreSQL of DATABASE_URL already holds a ledger. Give an empty database to move this one to.',
      );
  }
  const moved: Partial<Record<keyof Tables, number>> = {};
  await target.transaction().execute(async (trx) => {
    await setValue(trx, originKey, origin);
    for (const name of tableNames) {
      // What a lease protects ends with the program that held it.
      if (name === 'leases') continue;
      const rows = await source.selectFrom(name).selectAll().execute();
      for (const chunk of inChunks(rows, 500)) await trx.insertInto(name).values(chunk).execute();
      moved[name] = rows.length;
    }
  });
  return moved;
}

async function refuseWhileRunning(db: Kysely<Tables>, now: number): Promise<void> {
  const held = await db.selectFrom('leases').select('name').where('untilAt', '>', now).executeTakeFirst();
  if (held)
    throw new StoreError(
      'Sowhat is running on this ledger, or was until less than half a minute ago. Stop it, wait a moment, and move the ledger again.',
    );
}

async function originOf(db: Kysely<Tables>): Promise<string> {
  const known = await value(db, idKey);
  if (known !== null) return known;
  const id = randomUUID();
  await setValue(db, idKey, id);
  return id;
}

async function value(db: Kysely<Tables>, key: string): Promise<string | null> {
  const row = await db.selectFrom('keptValues').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

async function setValue(db: Kysely<Tables>, key: string, text: string): Promise<void> {
  await db
    .insertInto('keptValues')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}
