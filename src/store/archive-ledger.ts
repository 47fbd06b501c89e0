import type { Kysely } from 'kysely';
import { type Target, targetKey } from '../delivery/channel-plan.ts';
import type { Edition } from '../digest/edition.ts';
import { readEditions } from './read-edited.ts';
import type { Tables } from './tables.ts';

/** What was posted, for the archive's feeds. */
export interface ArchiveLedger {
  /** The newest editions of all channels whose posting is finished. */
  postedEditions(limit: number): Promise<Edition[]>;
  /**
   * Keys of editions whose messages are settled, some of them posted, and which no archive holds yet. The archive's
   * folder could not be written to, or the program was killed.
   */
  unarchivedEditions(): Promise<string[]>;
  /** A channel's editions from a local date on, oldest first, with the address of the message that told each story. */
  editionsSince(
    target: Target,
    date: string,
  ): Promise<{ edition: Edition; links: ReadonlyMap<string, string> }[]>;
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
      return readEditions(db, rows);
    },

    async unarchivedEditions() {
      const rows = await db
        .selectFrom('editions')
        .select('key')
        .where('status', '=', 'open')
        .where(({ exists, not, selectFrom }) => {
          const parts = selectFrom('deliveries')
            .select('id')
            .whereRef('deliveries.chain', '=', 'editions.key');
          return exists(parts.where('status', '=', 'sent')).and(not(exists(parts.where('settled', '=', 0))));
        })
        .orderBy('composedAt')
        .execute();
      return rows.map(({ key }) => key);
    },

    async editionsSince(target, date) {
      const rows = await db
        .selectFrom('editions')
        .select(['key', 'bodyJson'])
        .where('target', '=', targetKey(target))
        .where('date', '>=', date)
        .where('status', '!=', 'withdrawn')
        .orderBy('dueAt')
        .orderBy('key')
        .execute();
      const parts = await linksIn(
        db,
        rows.map(({ key }) => key),
      );
      return (await readEditions(db, rows)).map((edition) => ({
        edition,
        links: new Map(parts.filter(({ chain }) => chain === edition.key).flatMap(({ links }) => links)),
      }));
    },
  };
}

/** Which message tells which story; the story's own message before one that tells several. */
async function linksIn(
  db: Kysely<Tables>,
  editions: readonly string[],
): Promise<{ chain: string; links: [story: string, link: string][] }[]> {
  if (editions.length === 0) return [];
  const rows = await db
    .selectFrom('deliveries')
    .select(['chain', 'storiesJson', 'link'])
    .where('chain', 'in', editions)
    .where('link', '!=', '')
    .orderBy('position')
    .execute();
  return rows.map(({ chain, storiesJson, link }) => ({
    chain,
    links: (JSON.parse(storiesJson) as string[]).map((story) => [story, link]),
  }));
}
