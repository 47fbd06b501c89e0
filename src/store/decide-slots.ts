import type { Kysely } from 'kysely';
import { targetKey } from '../delivery/channel-plan.ts';
import type { DecideAnswer, Decision, Mark, NewDelivery } from '../delivery/delivery-store.ts';
import type { Edition } from '../digest/edition.ts';
import { holdersOf } from './holders.ts';
import { inChunks } from './in-chunks.ts';
import { insertDeliveries } from './insert-deliveries.ts';
import { judgedCounter } from './judged-counter.ts';
import { nextNumber } from './next-number.ts';
import { pruneMarks } from './prune-marks.ts';
import { forgetReturned } from './returned-briefs.ts';
import type { Tables } from './tables.ts';
import { targetColumns } from './target-columns.ts';

/** A decision that briefs were judged for. */
type Judged = Decision & { mark: Mark };

/**
 * Stores what slots gave, inside one transaction: of each slot either everything is in the ledger, or nothing.
 * @param decisions at most one of a channel that judged briefs
 */
export async function decideSlots(
  trx: Kysely<Tables>,
  decisions: readonly Decision[],
): Promise<DecideAnswer[]> {
  // In one order everywhere, so that two programs do not wait for each other.
  const ordered = [...decisions].sort((a, b) => (slotKey(a) < slotKey(b) ? -1 : 1));
  const counted = await countJudged(trx, ordered.filter(isJudged));
  const current = ordered.filter((each) => !isJudged(each) || counted.has(judgedCounter(each.target)));
  const taken = await takeSlots(trx, current);
  await storeJudged(trx, current.filter((each) => taken.has(slotKey(each))).filter(isJudged));
  return decisions.map((each) => {
    if (!current.includes(each)) return 'stale';
    return taken.has(slotKey(each)) ? 'stored' : 'known';
  });
}

function isJudged(decision: Decision): decision is Judged {
  return decision.mark !== null;
}

/** The edition's key, and that of a slot without one. */
function slotKey({ target, slot }: Decision): string {
  return `${targetKey(target)}:${slot.date}:${slot.time}`;
}

/** Two slots that were composed at once would tell the same: only one that nothing came in between of counts. */
async function countJudged(trx: Kysely<Tables>, decisions: readonly Judged[]): Promise<Set<string>> {
  const counted = new Set<string>();
  for (const chunk of inChunks(decisions, 500)) {
    const rows = await trx
      .insertInto('counters')
      .values(
        chunk.map(({ target, judgedTimes }) => ({ name: judgedCounter(target), value: judgedTimes + 1 })),
      )
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet((eb) => ({ value: eb.ref('excluded.value') }))
          .whereRef('counters.value', '=', (eb) => eb('excluded.value', '-', 1)),
      )
      .returning('name')
      .execute();
    for (const { name } of rows) counted.add(name);
  }
  return counted;
}

/** A slot is dealt with once; one that was missed or skipped may still be dealt with on request. */
async function takeSlots(trx: Kysely<Tables>, decisions: readonly Decision[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const chunk of inChunks(decisions, 500)) {
    const rows = await trx
      .insertInto('slots')
      .values(
        chunk.map(({ target, slot, name, outcome, decidedAt, edition }) => ({
          ...{ target: targetKey(target), date: slot.date, time: slot.time, dueAt: slot.dueAt },
          ...{ name, outcome, decidedAt, edition: edition?.key ?? null },
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['target', 'date', 'time'])
          .doUpdateSet((eb) => ({
            outcome: eb.ref('excluded.outcome'),
            decidedAt: eb.ref('excluded.decidedAt'),
            edition: eb.ref('excluded.edition'),
          }))
          .where('slots.outcome', 'in', ['missed', 'skipped'])
          .where('excluded.outcome', 'in', ['edition', 'nothing']),
      )
      .returning(['target', 'date', 'time'])
      .execute();
    for (const { target, date, time } of rows) taken.add(`${target}:${date}:${time}`);
  }
  return taken;
}

async function storeJudged(trx: Kysely<Tables>, decisions: readonly Judged[]): Promise<void> {
  if (decisions.length === 0) return;
  await removeWithdrawn(trx, decisions.map(slotKey));
  await insertEditions(trx, decisions);
  await forgetReturned(
    trx,
    decisions.map((each) => ({
      holders: holdersOf(each.target, each.name),
      files: each.verdicts.map((verdict) => verdict.file),
    })),
  );
  const marks = decisions.flatMap((each) =>
    holdersOf(each.target, each.name).map((holder) => ({ holder, edition: slotKey(each), ...each.mark })),
  );
  for (const chunk of inChunks(marks, 500)) await trx.insertInto('marks').values(chunk).execute();
  for (const chunk of inChunks(decisions.flatMap(toldBy), 500))
    await trx
      .insertInto('told')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const chunk of inChunks(decisions.flatMap(verdictsOf), 500))
    await trx
      .insertInto('verdicts')
      .values(chunk)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await pruneMarks(trx, [...new Set(marks.map((mark) => mark.holder))]);
}

async function removeWithdrawn(trx: Kysely<Tables>, keys: readonly string[]): Promise<void> {
  const rows = await trx
    .deleteFrom('editions')
    .where('key', 'in', keys)
    .where('status', '=', 'withdrawn')
    .returning('key')
    .execute();
  if (rows.length === 0) return;
  await trx
    .deleteFrom('deliveries')
    .where(
      'chain',
      'in',
      rows.map((row) => row.key),
    )
    .where('status', '=', 'withdrawn')
    .execute();
}

async function insertEditions(trx: Kysely<Tables>, decisions: readonly Judged[]): Promise<void> {
  const withEdition = decisions.flatMap(({ edition, ...each }) => (edition ? [{ ...each, edition }] : []));
  if (withEdition.length === 0) return;
  for (const chunk of inChunks(withEdition, 200))
    await trx.insertInto('editions').values(chunk.map(editionRow)).execute();
  const count = withEdition.reduce((sum, { deliveries }) => sum + deliveries.length, 0);
  let seq = await nextNumber(trx, 'deliveries', count);
  const groups = withEdition.map(({ deliveries, decidedAt, slot }) => {
    const group = { deliveries, seq, now: decidedAt, dueAt: slot.dueAt };
    seq += deliveries.length;
    return group;
  });
  await insertDeliveries(trx, groups);
}

function editionRow({
  target,
  name,
  slot,
  edition,
  expiresAt,
}: Judged & { edition: Edition }): Tables['editions'] {
  return {
    ...targetColumns(target),
    ...{ key: edition.key, target: targetKey(target), name },
    ...{ date: slot.date, time: slot.time, dueAt: slot.dueAt },
    ...{ composedAt: edition.composedAt, expiresAt, status: 'open', bodyJson: JSON.stringify(edition) },
  };
}

function toldBy(decision: Judged): Tables['told'][] {
  const { target, name, slot, told, deliveries } = decision;
  const tellers = tellersIn(deliveries);
  return told.flatMap(({ story, urlKey }) =>
    holdersOf(target, name).map((holder) => ({
      ...{ holder, edition: slotKey(decision), date: slot.date },
      ...{ story, urlKey, delivery: tellers.get(story) ?? null },
    })),
  );
}

/** The message that tells each story: its own, else the skim message. */
function tellersIn(deliveries: readonly NewDelivery[]): Map<string, string> {
  const tellers = new Map<string, NewDelivery>();
  for (const delivery of deliveries)
    for (const story of delivery.stories) {
      const known = tellers.get(story);
      if (!known || (known.kind === 'skim' && delivery.kind !== 'skim')) tellers.set(story, delivery);
    }
  return new Map([...tellers].map(([story, { id }]) => [story, id]));
}

function verdictsOf(decision: Judged): Tables['verdicts'][] {
  return decision.verdicts.map(({ file, story, reason, score }) => ({
    ...{ edition: slotKey(decision), name: decision.name, file, story },
    reasonJson: JSON.stringify({ reason, score }),
  }));
}
