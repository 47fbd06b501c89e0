import type { Kysely } from 'kysely';
import type { Edition } from '../digest/edition.ts';
import type { Tables } from './tables.ts';

/** What was posted, for the archive's feeds. */
export interface ArchiveLedger {
  /** The newest editions of all channels whose posting is finished. */
  postedEditions(limit: number): Promise<Edition[]>;
}

export function createArchiveLedger(db: Kysely<Tables>): ArchiveLedger {
  return {
    async postedEditions(limit) {
      const rows = await db
        .selectFrom('editions')
        .select('bodyJson')
        .where('status', '=', 'finished')
        .orderBy('dueAt', 'desc')
        .orderBy('key')
        .limit(limit)
        .execute();
      return rows.map((row) => JSON.parse(row.bodyJson) as Edition);
    },
  };
}
