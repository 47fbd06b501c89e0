import type { Kysely } from 'kysely';
import type { NewDelivery } from '../delivery/delivery-store.ts';
import { inChunks } from './in-chunks.ts';
import type { Tables } from './tables.ts';
import { targetColumns } from './target-columns.ts';

/** Puts messages into the ledger under the numbers from `seq` on. Fails where one is known. */
export async function insertDeliveries(
  trx: Kysely<Tables>,
  deliveries: readonly NewDelivery[],
  { seq, now, dueAt }: { seq: number; now: number; dueAt: number },
): Promise<void> {
  const rows = deliveries.map((delivery, index) => ({
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
    status: 'planned' as const,
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
    messageId: null,
    link: '',
    postedAt: null,
    errorCode: '',
    advice: '',
  }));
  for (const chunk of inChunks(rows, 200)) await trx.insertInto('deliveries').values(chunk).execute();
}
