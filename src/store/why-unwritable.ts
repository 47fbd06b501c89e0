import type { Kysely } from 'kysely';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** PostgreSQL: `read_only_sql_transaction`, of a standby or a database set to it. */
const readOnlyTransaction = '25006';
const key = 'asked-to-write';

/**
 * Writes one small value, always the same: a standby refuses that, and so does a full disk, which takes a change of
 * nothing.
 * @returns what to do, in a sentence; null where it can be written to
 * @throws what else the database says
 */
export async function whyUnwritable(db: Kysely<Tables>): Promise<string | null> {
  try {
    const row = { key, value: '' };
    await db
      .insertInto('keptValues')
      .values(row)
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute();
    return null;
  } catch (error) {
    if (error instanceof StoreError) return error.message;
    if ((error as { code?: unknown }).code !== readOnlyTransaction) throw error;
    return 'the ledger can only be read: give the bot a database that it may write to';
  }
}
