import type { Kysely } from 'kysely';
import {
  type DeliveryStatus,
  type DeliveryStore,
  flaggableKinds,
  type OpenDelivery,
} from '../delivery/delivery-store.ts';
import { longestLeaseMs } from '../delivery/put-off.ts';
import { groupWrites } from './group-writes.ts';
import { addDeliveries } from './insert-deliveries.ts';
import type { Tables } from './tables.ts';

type DeliveryLedger = Pick<
  DeliveryStore,
  | 'add'
  | 'open'
  | 'openDelivery'
  | 'claim'
  | 'settle'
  | 'parent'
  | 'threadOpened'
  | 'recentRequests'
  | 'flaggable'
>;

const settledStatuses: readonly DeliveryStatus[] = ['sent', 'failed', 'withdrawn'];
const openColumns = [
  'deliveries.id',
  'deliveries.platform',
  'deliveries.workspace',
  'deliveries.channel',
  'deliveries.kind',
  'deliveries.chain',
  'deliveries.position',
  'deliveries.parent',
  'deliveries.status',
  'deliveries.seq',
  'deliveries.dueAt',
  'deliveries.nextAt',
  'deliveries.leaseUntil',
  'deliveries.attempts',
  'deliveries.refusals',
  'deliveries.lookUps',
  'deliveries.firstTriedAt',
  'deliveries.thread',
  'deliveries.degraded',
  'deliveries.threadName',
  'editions.expiresAt as limitAt',
] as const;

/** One row per message: what is to be posted, who is posting it, and what became of it. */
export function createDeliveryLedger(db: Kysely<Tables>): DeliveryLedger {
  const grouped = groupWrites(db);
  const openRows = () =>
    db
      .selectFrom('deliveries')
      .leftJoin('editions', 'editions.key', 'deliveries.chain')
      .select(openColumns)
      .where('deliveries.settled', '=', 0);

  return {
    add: (deliveries, now) => db.transaction().execute((trx) => addDeliveries(trx, deliveries, now)),

    async open(platform, workspace, afterSeq) {
      const rows = await openRows()
        .where('deliveries.platform', '=', platform)
        .where('deliveries.workspace', '=', workspace)
        .where('deliveries.seq', '>', afterSeq)
        .orderBy('deliveries.seq')
        .execute();
      return rows.map((row) => ({ ...row, degraded: row.degraded === 1 }) satisfies OpenDelivery);
    },

    async openDelivery(id) {
      const row = await openRows().where('deliveries.id', '=', id).executeTakeFirst();
      return row ? { ...row, degraded: row.degraded === 1 } : null;
    },

    async claim(id, attempts, { owner, now, leaseUntil, thread, degraded }) {
      const row = await grouped(id, (trx) =>
        trx
          .updateTable('deliveries')
          .set((eb) => ({
            status: 'sending' as const,
            owner,
            leaseUntil,
            thread,
            degraded: degraded ? 1 : 0,
            attempts: attempts + 1,
            lookUps: 0,
            firstTriedAt: eb.fn.coalesce('firstTriedAt', eb.val(now)),
          }))
          .where('id', '=', id)
          .where('status', '=', 'planned')
          .where('attempts', '=', attempts)
          .where((eb) =>
            eb.not(
              eb.exists(
                eb
                  .selectFrom('editions')
                  .select('key')
                  .whereRef('editions.key', '=', 'deliveries.chain')
                  .where('expiresAt', '<', now),
              ),
            ),
          )
          .returning('payloadJson')
          .executeTakeFirst(),
      );
      return row ? JSON.parse(row.payloadJson) : null;
    },

    async settle(id, seen, { degraded, ...change }) {
      const result = await grouped(id, (trx) => {
        let update = trx
          .updateTable('deliveries')
          .set({
            ...change,
            settled: settledStatuses.includes(change.status) ? 1 : 0,
            ...(degraded === undefined ? {} : { degraded: degraded ? 1 : 0 }),
          })
          .where('id', '=', id)
          .where('status', '=', seen.status)
          .where('attempts', '=', seen.attempts);
        const { leaseBefore } = seen;
        if (leaseBefore !== undefined)
          update = update.where((eb) =>
            eb.or([eb('leaseUntil', '<', leaseBefore), eb('leaseUntil', '>', leaseBefore + longestLeaseMs)]),
          );
        return update.executeTakeFirst();
      });
      return result.numUpdatedRows > 0n;
    },

    async parent(id) {
      const row = await db
        .selectFrom('deliveries')
        .select(['platform', 'workspace', 'channel', 'kind', 'status', 'messageId', 'thread', 'ownThread'])
        .select('threadName')
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },

    async threadOpened(id, thread) {
      await grouped(id, (trx) =>
        trx.updateTable('deliveries').set({ ownThread: thread }).where('id', '=', id).execute(),
      );
    },

    async recentRequests(platform, workspace, since) {
      const ofWorkspace = () =>
        db
          .selectFrom('deliveries')
          .where('deliveries.platform', '=', platform)
          .where('deliveries.workspace', '=', workspace);
      const posted = await ofWorkspace()
        .select(['channel', 'thread', 'postedAt as at'])
        .where('postedAt', '>=', since)
        .execute();
      const unsure = await ofWorkspace()
        .select(['channel', 'thread', 'leaseUntil as at'])
        .where('settled', '=', 0)
        .where('status', 'in', ['sending', 'unknown', 'held'])
        .where('leaseUntil', '>=', since)
        .execute();
      const changed = await ofWorkspace()
        .innerJoin('revisions', 'revisions.delivery', 'deliveries.id')
        .select(['channel', 'thread', 'revisions.nextAt as at'])
        .where('revisions.attempts', '>', 0)
        .where('revisions.nextAt', '>=', since)
        .execute();
      const message = [...posted, ...unsure].map((row) => ({
        kind: 'message' as const,
        ...row,
        at: row.at ?? since,
      }));
      const closed = await ofWorkspace()
        .select(['channel', 'thread', 'nextAt as until'])
        .where('settled', '=', 0)
        .where('errorCode', '=', 'rate-limited')
        .execute();
      return { asked: [...message, ...changed.map((row) => ({ kind: 'edit' as const, ...row }))], closed };
    },

    async flaggable(platform, workspace, since) {
      const rows = await db
        .selectFrom('deliveries')
        .select(['platform', 'workspace', 'channel', 'thread', 'messageId'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('postedAt', '>=', since)
        .where('kind', 'in', flaggableKinds)
        .orderBy('postedAt', 'desc')
        .execute();
      return rows.flatMap(({ messageId, ...row }) => (messageId === null ? [] : [{ ...row, messageId }]));
    },
  };
}
