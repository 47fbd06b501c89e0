import type { Kysely } from 'kysely';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import { longestWaitMs } from '../delivery/put-off.ts';
import type { Tables } from './tables.ts';
import { wantRevision } from './want-revision.ts';

/** What posted messages are to show instead: one row a message, the newest wish counts. */
export function createRevisionLedger(
  db: Kysely<Tables>,
): Pick<DeliveryStore, 'idsOf' | 'wantRevision' | 'openRevisions' | 'settleRevision'> {
  return {
    async idsOf(chain) {
      const rows = await db
        .selectFrom('deliveries')
        .select('id')
        .where('chain', '=', chain)
        .orderBy('position')
        .execute();
      return rows.map(({ id }) => id);
    },

    wantRevision: (delivery, payload, now) => wantRevision(db, delivery, payload, now),

    async openRevisions(platform, workspace, now, { limit, without }) {
      const open = db
        .selectFrom('revisions')
        .innerJoin('deliveries', 'deliveries.id', 'revisions.delivery')
        .select([
          'revisions.delivery',
          'revisions.payloadJson',
          'revisions.wantedAt',
          'revisions.attempts',
          'deliveries.channel',
          'deliveries.thread',
          'deliveries.messageId',
        ])
        .select((eb) =>
          eb.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('deliveries.channel').orderBy('revisions.wantedAt'))
            .as('turn'),
        )
        .where('revisions.isDone', '=', 0)
        .where((eb) =>
          eb.or([eb('revisions.nextAt', '<=', now), eb('revisions.nextAt', '>', now + longestWaitMs)]),
        )
        .where('deliveries.platform', '=', platform)
        .where('deliveries.workspace', '=', workspace)
        .where('deliveries.status', '=', 'sent')
        .$if(without.length > 0, (query) => query.where('deliveries.channel', 'not in', without));
      const rows = await db
        .selectFrom(open.as('open'))
        .selectAll()
        .orderBy('turn')
        .orderBy('wantedAt')
        .limit(limit)
        .execute();
      return rows.map(({ payloadJson, messageId, turn, ...row }) => ({
        ...row,
        messageId: messageId ?? '',
        payload: JSON.parse(payloadJson),
      }));
    },

    async settleRevision({ delivery, wantedAt }, { isDone, ...change }) {
      await db
        .updateTable('revisions')
        .set({ ...change, isDone: isDone ? 1 : 0 })
        .where('delivery', '=', delivery)
        .where('wantedAt', '=', wantedAt)
        .execute();
    },
  };
}
