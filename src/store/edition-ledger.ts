import { type Kysely, sql } from 'kysely';
import { targetKey } from '../delivery/channel-plan.ts';
import type { DeliveryStore, EditionStanding, PostedEdition } from '../delivery/delivery-store.ts';
import { inChunks } from './in-chunks.ts';
import { perItem } from './per-item.ts';
import { readEdition, readEditions } from './read-edited.ts';
import { sentParts } from './sent-parts.ts';
import type { DeliveryRow, Tables } from './tables.ts';

type EditionLedger = Pick<
  DeliveryStore,
  'edition' | 'partsOf' | 'posted' | 'finishedEditions' | 'reportFinished' | 'standings'
>;

/** Editions as they were composed, and how far their posting is. */
export function createEditionLedger(db: Kysely<Tables>): EditionLedger {
  return {
    async edition(key) {
      const row = await db
        .selectFrom('editions')
        .select('bodyJson')
        .where('key', '=', key)
        .executeTakeFirst();
      return readEdition(db, row);
    },

    async partsOf(edition) {
      return (await sentParts(db, [edition])).get(edition) ?? [];
    },

    async finishedEditions(platform, workspace) {
      const rows = await db
        .selectFrom('editions')
        .select('key')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('status', '=', 'open')
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('deliveries')
                .select('id')
                .whereRef('deliveries.chain', '=', 'editions.key')
                .where('settled', '=', 0),
            ),
          ),
        )
        .orderBy('composedAt')
        .execute();
      return rows.map((row) => row.key);
    },

    async posted(keys) {
      const parts = await sentParts(db, keys);
      const posted: PostedEdition[] = [];
      for (const chunk of inChunks(keys, 500)) {
        const rows = await db.selectFrom('editions').select('bodyJson').where('key', 'in', chunk).execute();
        for (const edition of await readEditions(db, rows))
          posted.push({ edition, parts: parts.get(edition.key) ?? [] });
      }
      return posted;
    },

    async reportFinished(keys) {
      if (keys.length === 0) return;
      await db
        .updateTable('editions')
        .set({ status: 'finished', expiresAt: null })
        .where('key', 'in', keys)
        .where('status', '=', 'open')
        .execute();
    },

    async standings(targets) {
      const last = await perItem(targets, (chunk) => {
        const [first, ...others] = chunk.map((target, item) => {
          const newest = db
            .selectFrom('editions')
            .select(['key', 'date', 'time', 'dueAt', sql.lit(item).as('item')])
            .where('target', '=', targetKey(target))
            .where('status', '!=', 'withdrawn')
            .orderBy('composedAt', 'desc')
            .limit(1);
          return db.selectFrom(newest.as(`edition${item}`)).selectAll();
        });
        if (!first) return Promise.resolve([]);
        return others.reduce((all, each) => all.unionAll(each), first).execute();
      });
      const parts = await partsOf(last.flatMap(([edition]) => (edition ? [edition.key] : [])));
      return last.map(([edition]) => {
        if (!edition) return null;
        const { key, ...slot } = edition;
        return { key, slot, ...standingOfParts(parts.get(key) ?? []) };
      });
    },
  };

  async function partsOf(keys: readonly string[]): Promise<Map<string, PartRow[]>> {
    const parts = new Map<string, PartRow[]>();
    for (const chunk of inChunks(keys, 500)) {
      const rows = await db
        .selectFrom('deliveries')
        .select(['chain', 'status', 'attempts', 'postedAt', 'advice'])
        .where('chain', 'in', chunk)
        .orderBy('position')
        .execute();
      for (const row of rows) parts.set(row.chain, [...(parts.get(row.chain) ?? []), row]);
    }
    return parts;
  }
}

type PartRow = Pick<DeliveryRow, 'status' | 'attempts' | 'postedAt' | 'advice'>;

function standingOfParts(rows: readonly PartRow[]): Omit<EditionStanding, 'key' | 'slot'> {
  const posted = rows.flatMap(({ postedAt }) => postedAt ?? []);
  return {
    parts: rows.map((row) => row.status),
    retries: rows.reduce((sum, row) => sum + Math.max(0, row.attempts - 1), 0),
    firstPostedAt: posted.length === 0 ? null : Math.min(...posted),
    advice: rows.find((row) => row.status !== 'sent' && row.advice !== '')?.advice ?? '',
  };
}
