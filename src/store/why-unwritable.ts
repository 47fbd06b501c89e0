import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** PostgreSQL: `read_only_sql_transaction`, of a standby or a database set to it. */
const readOnlyTransaction = '25006';

/**
 * Asks for a change of nothing, which a ledger refuses that can only be read.
 * @returns what to do, in a sentence; null where it can be written to
 * @throws what else the database says
 */
export async function whyUnwritable(db: Kysely<Tables>): Promise<string | null> {
  try {
    await db.updateTable('keptValues').set({ value: '' }).where('key', '=', '').execute();
    return null;
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    if (code !== readOnlyTransaction && !/readonly|read-only/i.test(String(message))) throw error;
    return 'the ledger can only be read: give the bot a database, and a folder, that it may write to';
  }
}
