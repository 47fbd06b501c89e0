import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { inChunks } from './in-chunks.ts';
import { openDatabase } from './open-database.ts';
import { StoreError } from './store-error.ts';
import { type Tables, tableNames } from './tables.ts';

/** Under it stands when a ledger was moved away, or that moving it was begun. */
export const movedKey = 'moved-to-postgres';
/** Of a move that may be done or not: only the target knows. */
const begun = 'begun';
const idKey = 'ledger-id';
const originKey = 'moved-from';

/** Why a ledger must not be started on, in a sentence: it was moved away, or perhaps. null = it may. */
export async function whyMoved(db: Kysely<Tables>): Promise<string | null> {
  const moved = await value(db, movedKey);
  if (moved === null) return null;
  return moved === begun
    ? 'Moving this ledger to PostgreSQL was begun, and it is not known whether it was finished. Run `sowhat migrate` again with the same DATABASE_URL.'
    : movedOn(moved);
}

function movedOn(date: string): string {
  return `This ledger was moved to PostgreSQL on ${date}. Set DATABASE_URL to go on with it there.`;
}

/**
 * Moves a SQLite ledger into an empty PostgreSQL, whole or not at all, so that nothing is posted again. The old one
 * is closed for good. Safe to repeat after a crash.
 * @returns rows moved per table; empty where the move had been made before
 * @throws StoreError with a sentence: the bot still runs on either, the target is in use, the ledger was moved elsewhere
 *   before, or either cannot be opened
 */
export async function migrateLedger(
  from: { dataDir: string },
  to: { databaseUrl: string },
  clock: () => number,
): Promise<Partial<Record<keyof Tables, number>>> {
  const source = await openDatabase(from);
  try {
    await refuseWhileRunning(source.db, clock(), 'this ledger');
    const target = await openDatabase(to);
    try {
      const moved = await copyClosed(source.db, target.db, clock);
      await setValue(source.db, movedKey, new Date(clock()).toISOString());
      return moved;
    } finally {
      await target.db.destroy();
    }
  } finally {
    await source.db.destroy();
  }
}

/** Nobody starts on the old ledger from the moment the copy may stand in the new one. */
async function copyClosed(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  clock: () => number,
): Promise<Partial<Record<keyof Tables, number>>> {
  const origin = await originOf(source);
  const before = await value(source, movedKey);
  if ((await value(target, originKey)) === origin) return {};
  if (before !== null && before !== begun) throw new StoreError(movedOn(before));
  await refuseWhileRunning(target, clock(), 'the PostgreSQL of DATABASE_URL');
  await refuseUsed(target);
  await setValue(source, movedKey, begun);
  let isInDoubt = before === begun;
  try {
    // Who took a lease since it was looked at first is seen now; after the line above nobody gets one.
    await refuseWhileRunning(source, clock(), 'this ledger');
    return await copy(source, target, origin, () => {
      isInDoubt = true;
    });
  } catch (error) {
    if (!isInDoubt) await source.deleteFrom('keptValues').where('key', '=', movedKey).execute();
    throw error;
  }
}

/** @param onCopied called before the transaction is committed: where it breaks from then on, only the target knows */
async function copy(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  origin: string,
  onCopied: () => void,
): Promise<Partial<Record<keyof Tables, number>>> {
  const moved: Partial<Record<keyof Tables, number>> = {};
  await target.transaction().execute(async (trx) => {
    // Who began there since it was looked at is seen now.
    await refuseUsed(trx);
    await setValue(trx, originKey, origin);
    for (const name of tableNames) {
      // What a lease protects ends with the program that held it.
      if (name === 'leases') continue;
      const rows = (await source.selectFrom(name).selectAll().execute()).filter(
        (row) => !('key' in row && row.key === movedKey),
      );
      for (const chunk of inChunks(rows, 500)) await trx.insertInto(name).values(chunk).execute();
      moved[name] = rows.length;
    }
    onCopied();
  });
  return moved;
}

async function refuseUsed(target: Kysely<Tables>): Promise<void> {
  for (const name of tableNames) {
    if (name === 'leases') continue;
    const used = await target.selectFrom(name).selectAll().limit(1).executeTakeFirst();
    if (used)
      throw new StoreError(
        'The PostgreSQL of DATABASE_URL already holds a ledger. Give an empty database to move this one to.',
      );
  }
}

/** @param which the ledger, as the owner knows it */
async function refuseWhileRunning(db: Kysely<Tables>, now: number, which: string): Promise<void> {
  const held = await db.selectFrom('leases').select('name').where('untilAt', '>', now).executeTakeFirst();
  if (held)
    throw new StoreError(
      `Sowhat is running on ${which}, or was until less than half a minute ago. Stop it, wait a moment, and move the ledger again.`,
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
