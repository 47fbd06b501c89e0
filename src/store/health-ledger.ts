import { type Kysely, sql } from 'kysely';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import { longestLeaseMs } from '../delivery/put-off.ts';
import { addDeliveries } from './insert-deliveries.ts';
import { movedKey } from './migrate-ledger.ts';
import type { Tables } from './tables.ts';

type HealthLedger = Pick<
  DeliveryStore,
  | 'health'
  | 'setHealth'
  | 'openCause'
  | 'closeCause'
  | 'untoldCauses'
  | 'tellCause'
  | 'holder'
  | 'hold'
  | 'release'
>;

/** Which channels work, what the operator was told, and which program holds which right. */
export function createHealthLedger(db: Kysely<Tables>): HealthLedger {
  return {
    health: (platform, workspace) =>
      db
        .selectFrom('health')
        .selectAll()
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .execute(),

    async setHealth(health) {
      const { failures, pausedAt, reason, probeAt } = health;
      await db
        .insertInto('health')
        .values(health)
        .onConflict((conflict) =>
          conflict
            .columns(['platform', 'workspace', 'channel'])
            .doUpdateSet({ failures, pausedAt, reason, probeAt }),
        )
        .execute();
    },

    async openCause(cause, now, { sentence, isTold }) {
      const opened = { isOpen: 1, openedAt: now, sentence, isTold: isTold ? 1 : 0 };
      const row = await db
        .insertInto('causes')
        .values({ cause, times: 1, ...opened })
        .onConflict((conflict) =>
          conflict
            .column('cause')
            .doUpdateSet((eb) => ({ times: eb('causes.times', '+', 1), ...opened }))
            .where('causes.isOpen', '=', 0),
        )
        .returning('times')
        .executeTakeFirst();
      return row !== undefined;
    },

    async closeCause(cause) {
      await db.updateTable('causes').set({ isOpen: 0 }).where('cause', '=', cause).execute();
    },

    untoldCauses: () =>
      db
        .selectFrom('causes')
        .select(['cause', 'times', 'sentence'])
        .where('isOpen', '=', 1)
        .where('isTold', '=', 0)
        .orderBy('openedAt')
        .execute(),

    tellCause: ({ cause, times }, messages, now) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable('causes')
          .set({ isTold: 1 })
          .where('cause', '=', cause)
          .where('times', '=', times)
          .where('isOpen', '=', 1)
          .returning('cause')
          .executeTakeFirst();
        if (row) await addDeliveries(trx, messages, now);
      }),

    async holder(name) {
      const row = await db.selectFrom('leases').select('owner').where('name', '=', name).executeTakeFirst();
      return row?.owner ?? null;
    },

    async hold(name, owner, now, untilAt) {
      const row = await db
        .insertInto('leases')
        .columns(['name', 'owner', 'untilAt'])
        .expression(
          db
            .selectNoFrom([
              sql<string>`cast(${name} as text)`.as('name'),
              sql<string>`cast(${owner} as text)`.as('owner'),
              sql<number>`cast(${untilAt} as bigint)`.as('untilAt'),
            ])
            // Nobody begins on a ledger that is being moved away.
            .where(({ not, exists, selectFrom }) =>
              not(exists(selectFrom('keptValues').select('key').where('key', '=', movedKey))),
            ),
        )
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ owner, untilAt })
            .where((eb) =>
              eb.or([
                eb('leases.owner', '=', owner),
                eb('leases.untilAt', '<', now),
                // Granted by a clock that was wrong.
                eb('leases.untilAt', '>', now + longestLeaseMs),
              ]),
            ),
        )
        .returning('owner')
        .executeTakeFirst();
      return row !== undefined;
    },

    async release(name, owner) {
      // Whoever follows sees who it was.
      await db
        .updateTable('leases')
        .set({ untilAt: 0 })
        .where('name', '=', name)
        .where('owner', '=', owner)
        .execute();
    },
  };
}
