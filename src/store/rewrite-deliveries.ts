import type { Kysely } from 'kysely';
import type { Rewrite } from '../editing/edit-store.ts';
import type { Tables } from './tables.ts';
import { wantRevision } from './want-revision.ts';

/**
 * From now on the messages show this. One that was never tried is simply posted so; of any other it may be that people
 * see it already, or that it is posted once more: it is revised as well.
 */
export async function rewriteDeliveries(
  trx: Kysely<Tables>,
  rewrites: readonly Rewrite[],
  now: number,
): Promise<void> {
  for (const { delivery, payload } of rewrites) {
    const row = await trx
      .updateTable('deliveries')
      .set({ payloadJson: JSON.stringify(payload) })
      .where('id', '=', delivery)
      .where('status', 'not in', ['failed', 'withdrawn'])
      .returning('status')
      .executeTakeFirst();
    if (row && row.status !== 'planned') await wantRevision(trx, delivery, payload, now);
  }
}
