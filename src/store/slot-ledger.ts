import { type Kysely, sql } from 'kysely';
import { type Target, targetKey } from '../delivery/channel-plan.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import { decideSlots } from './decide-slots.ts';
import { inChunks } from './in-chunks.ts';
import { judgedCounter } from './judged-counter.ts';
import { perItem } from './per-item.ts';
import type { Tables } from './tables.ts';
import { withdrawExpired } from './withdraw-expired.ts';

type SlotLedger = Pick<
  DeliveryStore,
  | 'subscribe'
  | 'subscriptions'
  | 'decidedSlots'
  | 'judgedTimes'
  | 'decide'
  | 'withdrawExpired'
  | 'lastEditions'
>;

/** Which slots were dealt with and how, and the editions that came of them. */
export function createSlotLedger(db: Kysely<Tables>): SlotLedger {
  async function subscriptionsOf(targets: readonly Target[]) {
    const known = new Map<string, { schedule: string; since: number; before: string }>();
    for (const chunk of inChunks(targets.map(targetKey), 500)) {
      const rows = await db
        .selectFrom('subscriptions')
        .select(['target', 'schedule', 'since', 'before'])
        .where('target', 'in', chunk)
        .execute();
      for (const { target, ...row } of rows) known.set(target, row);
    }
    return known;
  }

  return {
    async subscribe(entries, now) {
      const known = await subscriptionsOf(entries.map(({ target }) => target));
      const fresh = entries.filter(
        ({ target, schedule }) => known.get(targetKey(target))?.schedule !== schedule,
      );
      for (const chunk of inChunks(fresh, 500)) {
        const rows = await db
          .insertInto('subscriptions')
          .values(
            chunk.map(({ target, name, schedule }) => ({
              ...{ target: targetKey(target), name, schedule, since: now, before: '' },
            })),
          )
          .onConflict((conflict) =>
            conflict.column('target').doUpdateSet((eb) => ({
              name: eb.ref('excluded.name'),
              schedule: eb.ref('excluded.schedule'),
              since: eb.ref('excluded.since'),
              before: eb.ref('subscriptions.schedule'),
            })),
          )
          .returning(['target', 'schedule', 'since', 'before'])
          .execute();
        for (const { target, ...row } of rows) known.set(target, row);
      }
      return entries.map(({ target }) => {
        const { since = now, before = '' } = known.get(targetKey(target)) ?? {};
        return { since, before };
      });
    },

    async subscriptions(targets) {
      const known = await subscriptionsOf(targets);
      return targets.map((target) => known.get(targetKey(target)) ?? null);
    },

    decidedSlots: (targets, since, limit) =>
      perItem(targets, (chunk) => {
        const [first, ...others] = chunk.map((target, item) => {
          const newest = db
            .selectFrom('slots')
            .leftJoin('deliveries', (join) =>
              join.onRef('deliveries.chain', '=', 'slots.edition').on('deliveries.position', '=', 0),
            )
            .select(['slots.date', 'slots.time', 'slots.dueAt', 'slots.outcome', 'slots.decidedAt'])
            .select(['deliveries.postedAt', sql.lit(item).as('item')])
            .where('slots.target', '=', targetKey(target))
            .where('slots.dueAt', '>=', since)
            .where('slots.time', 'not like', '%-%')
            .orderBy('slots.dueAt', 'desc')
            .limit(limit);
          return db.selectFrom(newest.as(`slots${item}`)).selectAll();
        });
        if (!first) return Promise.resolve([]);
        return others.reduce((all, each) => all.unionAll(each), first).execute();
      }),

    async judgedTimes(targets) {
      const times = new Map<string, number>();
      for (const chunk of inChunks(targets.map(judgedCounter), 500)) {
        const rows = await db.selectFrom('counters').selectAll().where('name', 'in', chunk).execute();
        for (const { name, value } of rows) times.set(name, value);
      }
      return targets.map((target) => times.get(judgedCounter(target)) ?? 0);
    },

    decide: (decisions) => db.transaction().execute((trx) => decideSlots(trx, decisions)),

    withdrawExpired: (platform, workspace, now) => withdrawExpired(db, platform, workspace, now),

    lastEditions: async (targets) => {
      const rows = await perItem(targets, (chunk) => {
        const [first, ...others] = chunk.map((target, item) => {
          const last = db
            .selectFrom('slots')
            .select(['date', 'time', 'dueAt', sql.lit(item).as('item')])
            .where('target', '=', targetKey(target))
            .where('outcome', '=', 'edition')
            .orderBy('dueAt', 'desc')
            .limit(1);
          return db.selectFrom(last.as(`last${item}`)).selectAll();
        });
        if (!first) return Promise.resolve([]);
        return others.reduce((all, each) => all.unionAll(each), first).execute();
      });
      return rows.map(([last]) => last ?? null);
    },
  };
}
