import type { Kysely } from 'kysely';
import type { NewDelivery } from '../delivery/delivery-store.ts';
import { inChunks } from './in-chunks.ts';
import { nextNumber } from './next-number.ts';
import type { DeliveryRow, Tables } from './tables.ts';
import { targetColumns } from './target-columns.ts';

/** Messages that enter the ledger together: under the numbers from `seq` on, for the same instants. */
export interface DeliveryGroup {
  deliveries: readonly NewDelivery[];
  seq: number;
  now: number;
  dueAt: number;
}

/** Puts messages into the ledger. Fails where one is known. */
export async function insertDeliveries(trx: Kysely<Tables>, groups: readonly DeliveryGroup[]): Promise<void> {
  const rows = groups.flatMap((group) =>
    group.deliveries.map((delivery, index) => rowOf(delivery, index, group)),
  );
  for (const chunk of inChunks(rows, 200)) await trx.insertInto('deliveries').values(chunk).execute();
}

/** Adds the messages of one request or notice, due now; false where they are known. */
export async function addDeliveries(
  trx: Kysely<Tables>,
  deliveries: readonly NewDelivery[],
  now: number,
): Promise<boolean> {
  // The number first: its lock makes programs with the same request take turns.
  const seq = await nextNumber(trx, 'deliveries', deliveries.length);
  const ids = deliveries.map(({ id }) => id);
  const known = await trx
    .selectFrom('deliveries')
    .select('id')
    .where('id', 'in', ids)
    .limit(1)
    .executeTakeFirst();
  if (known) return false;
  await insertDeliveries(trx, [{ deliveries, seq, now, dueAt: now }]);
  return true;
}

function rowOf(delivery: NewDelivery, index: number, { seq, now, dueAt }: DeliveryGroup): DeliveryRow {
  return {
    ...targetColumns(delivery),
    id: delivery.id,
    kind: delivery.kind,
    chain: delivery.chain,
    position: delivery.position,
    parts: delivery.parts,
    parent: delivery.parent,
    threadName: delivery.threadName,
    edition: delivery.edition,
    language: delivery.language,
    storiesJson: JSON.stringify(delivery.stories),
    person: delivery.person,
    payloadJson: JSON.stringify(delivery.payload),
    seq: seq + index,
    createdAt: now,
    dueAt,
    status: 'planned',
    settled: 0,
    owner: '',
    leaseUntil: 0,
    nextAt: 0,
    attempts: 0,
    lookUps: 0,
    firstTriedAt: null,
    thread: null,
    ownThread: null,
    degraded: 0,
    refusals: 0,
    messageId: null,
    link: '',
    postedAt: null,
    errorCode: '',
    advice: '',
  };
}
