import type { Kysely } from 'kysely';
import type { Payload } from '../message/renderer.ts';
import type { Tables } from './tables.ts';

/** Notes what a message is to show; it takes the place of an older wish. */
export async function wantRevision(
  db: Kysely<Tables>,
  delivery: string,
  payload: Payload,
  now: number,
): Promise<void> {
  const fresh = {
    payloadJson: JSON.stringify(payload),
    wantedAt: now,
    attempts: 0,
    nextAt: now,
    isDone: 0,
    advice: '',
  };
  await db
    .insertInto('revisions')
    .values({ delivery, ...fresh })
    // Which wish it is, is told by when it was wished for: of two of one instant, too, the later one is the newer.
    .onConflict((conflict) =>
      conflict.column('delivery').doUpdateSet((eb) => ({
        ...fresh,
        wantedAt: eb
          .case()
          .when('revisions.wantedAt', '>=', now)
          .then(eb('revisions.wantedAt', '+', 1))
          .else(now)
          .end(),
      })),
    )
    .execute();
}
