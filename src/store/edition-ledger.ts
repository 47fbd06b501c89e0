import type { Kysely } from 'kysely';
import { targetKey } from '../delivery/channel-plan.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { Edition } from '../digest/edition.ts';
import type { Tables } from './tables.ts';

type EditionLedger = Pick<DeliveryStore, 'edition' | 'finishedEditions' | 'reportFinished' | 'standing'>;

/** Editions as they were composed, and how far their posting is. */
export function createEditionLedger(db: Kysely<Tables>): EditionLedger {
  return {
    async edition(key) {
      const row = await db
        .selectFrom('editions')
        .select('bodyJson')
        .where('key', '=', key)
        .executeTakeFirst();
      return row ? (JSON.parse(row.bodyJson) as Edition) : null;
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

    async reportFinished(edition) {
      await db
        .updateTable('editions')
        .set({ status: 'finished', expiresAt: null })
        .where('key', '=', edition)
        .where('status', '=', 'open')
        .execute();
    },

    async standing(target) {
      const edition = await db
        .selectFrom('editions')
        .select(['key', 'date', 'time', 'dueAt'])
        .where('target', '=', targetKey(target))
        .where('status', '!=', 'withdrawn')
        .orderBy('composedAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!edition) return null;
      const rows = await db
        .selectFrom('deliveries')
        .select(['status', 'attempts', 'postedAt', 'advice'])
        .where('chain', '=', edition.key)
        .orderBy('position')
        .execute();
      const { key, ...slot } = edition;
      return {
        key,
        slot,
        parts: rows.map((row) => row.status),
        retries: rows.reduce((sum, row) => sum + Math.max(0, row.attempts - 1), 0),
        firstPostedAt: rows.reduce<number | null>(
          (first, { postedAt }) =>
            postedAt !== null && (first === null || postedAt < first) ? postedAt : first,
          null,
        ),
        advice: rows.find((row) => row.status !== 'sent' && row.advice !== '')?.advice ?? '',
      };
    },
  };
}
