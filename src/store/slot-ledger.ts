import type { Kysely } from 'kysely';
import { type Target, targetKey } from '../delivery/channel-plan.ts';
import type { DecidedSlot, Decision, DeliveryStore, NewDelivery } from '../delivery/delivery-store.ts';
import type { Verdict } from '../digest/edition.ts';
import { holdersOf } from './holders.ts';
import { inChunks } from './in-chunks.ts';
import { insertDeliveries } from './insert-deliveries.ts';
import { nextNumber } from './next-number.ts';
import { pruneMarks } from './prune-marks.ts';
import type { Tables } from './tables.ts';
import { targetColumns } from './target-columns.ts';

type SlotLedger = Pick<
  DeliveryStore,
  | 'subscribe'
  | 'subscription'
  | 'decidedSlots'
  | 'judgedTimes'
  | 'decide'
  | 'withdrawExpired'
  | 'lastEditionDate'
>;

/** Which slots were dealt with and how, and the editions that came of them. */
export function createSlotLedger(db: Kysely<Tables>): SlotLedger {
  return {
    async subscribe(target, name, schedule, now) {
      const key = targetKey(target);
      const row = await db
        .insertInto('subscriptions')
        .values({ target: key, name, schedule, since: now, before: '' })
        .onConflict((conflict) =>
          conflict
            .column('target')
            .doUpdateSet((eb) => ({
              name: eb.ref('excluded.name'),
              schedule: eb.ref('excluded.schedule'),
              since: eb.ref('excluded.since'),
              before: eb.ref('subscriptions.schedule'),
            }))
            .whereRef('subscriptions.schedule', '!=', 'excluded.schedule'),
        )
        .returning(['since', 'before'])
        .executeTakeFirst();
      if (row) return row;
      return db
        .selectFrom('subscriptions')
        .select(['since', 'before'])
        .where('target', '=', key)
        .executeTakeFirstOrThrow();
    },

    async subscription(target) {
      const row = await db
        .selectFrom('subscriptions')
        .select(['schedule', 'since', 'before'])
        .where('target', '=', targetKey(target))
        .executeTakeFirst();
      return row ?? null;
    },

    async decidedSlots(target, since, limit) {
      const rows = await db
        .selectFrom('slots')
        .leftJoin('deliveries', (join) =>
          join.onRef('deliveries.chain', '=', 'slots.edition').on('deliveries.position', '=', 0),
        )
        .select(['slots.date', 'slots.time', 'slots.dueAt', 'slots.outcome', 'slots.decidedAt'])
        .select('deliveries.postedAt')
        .where('slots.target', '=', targetKey(target))
        .where('slots.dueAt', '>=', since)
        .where('slots.time', 'not like', '%-%')
        .orderBy('slots.dueAt', 'desc')
        .limit(limit)
        .execute();
      return rows satisfies DecidedSlot[];
    },

    async judgedTimes(target) {
      const row = await db
        .selectFrom('counters')
        .select('value')
        .where('name', '=', judgedCounter(target))
        .executeTakeFirst();
      return row?.value ?? 0;
    },

    decide: (decision) => db.transaction().execute((trx) => storeDecision(trx, decision)),

    async withdrawExpired(platform, workspace, now) {
      const expired = await db
        .selectFrom('editions')
        .select(['key', 'name', 'platform', 'workspace', 'channel'])
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .where('status', '=', 'open')
        .where('expiresAt', '<', now)
        .execute();
      const withdrawn = [];
      for (const edition of expired)
        withdrawn.push(...(await db.transaction().execute((trx) => withdraw(trx, edition))));
      return withdrawn;
    },

    async lastEditionDate(target) {
      const row = await db
        .selectFrom('slots')
        .select('date')
        .where('target', '=', targetKey(target))
        .where('outcome', '=', 'edition')
        .orderBy('dueAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.date ?? null;
    },
  };
}

/** One transaction: either everything that a slot gave is in the ledger, or nothing of it. */
async function storeDecision(trx: Kysely<Tables>, decision: Decision): Promise<'stored' | 'known' | 'stale'> {
  const { slot, target, name, edition } = decision;
  const key = edition?.key ?? `${targetKey(target)}:${slot.date}:${slot.time}`;
  if (decision.mark && !(await countJudged(trx, decision))) return 'stale';
  const taken = await takeSlot(trx, decision, edition ? key : null);
  if (!taken) return 'known';
  if (!decision.mark) return 'stored';
  await removeWithdrawn(trx, key);
  if (edition) {
    await trx
      .insertInto('editions')
      .values({
        key,
        target: targetKey(target),
        ...targetColumns(target),
        name,
        date: slot.date,
        time: slot.time,
        dueAt: slot.dueAt,
        composedAt: edition.composedAt,
        expiresAt: decision.expiresAt,
        status: 'open',
        bodyJson: JSON.stringify(edition),
      })
      .execute();
    const seq = await nextNumber(trx, 'deliveries', decision.deliveries.length);
    await insertDeliveries(trx, decision.deliveries, { seq, now: decision.decidedAt, dueAt: slot.dueAt });
  }
  const holders = holdersOf(target, name);
  await forgetReturned(trx, holders, decision.verdicts);
  const { seq, at } = decision.mark;
  await trx
    .insertInto('marks')
    .values(holders.map((holder) => ({ holder, edition: key, seq, at })))
    .execute();
  const told = decision.told.map((each) => ({ ...each, delivery: teller(decision.deliveries, each.story) }));
  for (const chunk of inChunks(told, 500))
    await trx
      .insertInto('told')
      .values(
        chunk.flatMap((each) =>
          holders.map((holder) => ({ holder, edition: key, date: slot.date, ...each })),
        ),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const chunk of inChunks(decision.verdicts, 500))
    await trx
      .insertInto('verdicts')
      .values(
        chunk.map((verdict) => ({
          edition: key,
          name,
          file: verdict.file,
          story: verdict.story,
          reasonJson: JSON.stringify({ reason: verdict.reason, score: verdict.score }),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await pruneMarks(trx, holders);
  return 'stored';
}

function judgedCounter(target: Target): string {
  return `judged:${targetKey(target)}`;
}

/** Two slots that were composed at once would tell the same: only one that nothing came in between of counts. */
async function countJudged(trx: Kysely<Tables>, { target, judgedTimes }: Decision): Promise<boolean> {
  const value = judgedTimes + 1;
  const row = await trx
    .insertInto('counters')
    .values({ name: judgedCounter(target), value })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value }).where('counters.value', '=', judgedTimes),
    )
    .returning('value')
    .executeTakeFirst();
  return row !== undefined;
}

/** A slot is dealt with once; one that was missed or skipped may still be dealt with on request. */
async function takeSlot(trx: Kysely<Tables>, decision: Decision, edition: string | null): Promise<boolean> {
  const { slot, outcome, decidedAt } = decision;
  const row = await trx
    .insertInto('slots')
    .values({
      target: targetKey(decision.target),
      date: slot.date,
      time: slot.time,
      name: decision.name,
      dueAt: slot.dueAt,
      outcome,
      decidedAt,
      edition,
    })
    .onConflict((conflict) => {
      const same = conflict.columns(['target', 'date', 'time']);
      if (!decision.mark) return same.doNothing();
      return same
        .doUpdateSet({ outcome, decidedAt, edition })
        .where('slots.outcome', 'in', ['missed', 'skipped']);
    })
    .returning('date')
    .executeTakeFirst();
  return row !== undefined;
}

/** The message that tells a story: its own, else the skim message. */
function teller(deliveries: readonly NewDelivery[], story: string): string | null {
  const telling = deliveries.filter((delivery) => delivery.stories.includes(story));
  return (telling.find((delivery) => delivery.kind !== 'skim') ?? telling[0])?.id ?? null;
}

/**
 * Takes back an edition of which certainly nothing was posted: `planned` is only what was never tried, or
 * what the platform refused. Its marks and told stories go, so that its news joins the next edition.
 */
async function withdraw(trx: Kysely<Tables>, edition: Target & { key: string; name: string }) {
  const { key, name } = edition;
  const taken = await trx
    .updateTable('deliveries')
    .set({ status: 'withdrawn', settled: 1 })
    .where('chain', '=', key)
    .where('status', '=', 'planned')
    .returning('id')
    .execute();
  const all = await trx.selectFrom('deliveries').select('id').where('chain', '=', key).execute();
  if (taken.length < all.length) {
    await trx
      .updateTable('deliveries')
      .set({ status: 'planned', settled: 0 })
      .where('id', 'in', taken.map((row) => row.id).concat(''))
      .execute();
    await trx.updateTable('editions').set({ expiresAt: null }).where('key', '=', key).execute();
    return [];
  }
  await trx.updateTable('editions').set({ status: 'withdrawn' }).where('key', '=', key).execute();
  await trx
    .updateTable('slots')
    .set({ outcome: 'missed', edition: null })
    .where('edition', '=', key)
    .execute();
  await giveBack(trx, key, holdersOf(edition, name));
  await trx.deleteFrom('marks').where('edition', '=', key).execute();
  await trx.deleteFrom('told').where('edition', '=', key).execute();
  await trx.deleteFrom('verdicts').where('edition', '=', key).execute();
  return [{ key, name, deliveries: taken.map((row) => row.id) }];
}

/** Marks of later editions cover what this one judged: it is noted that those briefs are open again. */
async function giveBack(trx: Kysely<Tables>, key: string, holders: readonly string[]): Promise<void> {
  const judged = await trx.selectFrom('verdicts').select('file').where('edition', '=', key).execute();
  for (const chunk of inChunks(judged, 500))
    await trx
      .insertInto('returned')
      .values(chunk.flatMap(({ file }) => holders.map((holder) => ({ holder, file }))))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

async function forgetReturned(
  trx: Kysely<Tables>,
  holders: readonly string[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const files = verdicts.map((verdict) => verdict.file);
  for (const chunk of inChunks(files, 500))
    await trx.deleteFrom('returned').where('holder', 'in', holders).where('file', 'in', chunk).execute();
}

async function removeWithdrawn(trx: Kysely<Tables>, key: string): Promise<void> {
  const row = await trx
    .deleteFrom('editions')
    .where('key', '=', key)
    .where('status', '=', 'withdrawn')
    .returning('key')
    .executeTakeFirst();
  if (row)
    await trx.deleteFrom('deliveries').where('chain', '=', key).where('status', '=', 'withdrawn').execute();
}
