import type { Kysely } from 'kysely';
import type { Target } from '../delivery/channel-plan.ts';
import type { DeliveryStore } from '../delivery/delivery-store.ts';
import type { PlatformName } from '../digest/edition.ts';
import { holdersOf } from './holders.ts';
import { giveBack } from './returned-briefs.ts';
import type { Tables } from './tables.ts';

type Withdrawn = Awaited<ReturnType<DeliveryStore['withdrawExpired']>>;

/** Takes back the editions whose time is over and of which certainly nothing was posted, one transaction each. */
export async function withdrawExpired(
  db: Kysely<Tables>,
  platform: PlatformName,
  workspace: string,
  now: number,
): Promise<Withdrawn> {
  const expired = await db
    .selectFrom('editions')
    .select(['key', 'name', 'platform', 'workspace', 'channel'])
    .where('platform', '=', platform)
    .where('workspace', '=', workspace)
    .where('status', '=', 'open')
    .where('expiresAt', '<', now)
    // Of what is not settled it will be known whether it was posted; until then the edition waits.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries')
            .select('id')
            .whereRef('deliveries.chain', '=', 'editions.key')
            .where('deliveries.status', 'in', ['sending', 'unknown', 'held']),
        ),
      ),
    )
    .execute();
  const withdrawn: Withdrawn = [];
  for (const edition of expired)
    withdrawn.push(...(await db.transaction().execute((trx) => withdraw(trx, edition))));
  return withdrawn;
}

/**
 * `planned` is only what was never tried, or what the platform refused. The edition's marks and told stories go, so
 * that its news joins the next one.
 */
async function withdraw(
  trx: Kysely<Tables>,
  edition: Target & { key: string; name: string },
): Promise<Withdrawn> {
  const { key, name } = edition;
  const taken = await trx
    .updateTable('deliveries')
    .set({ status: 'withdrawn', settled: 1 })
    .where('chain', '=', key)
    .where('status', '=', 'planned')
    .returning('id')
    .execute();
  const others = await trx
    .selectFrom('deliveries')
    .select('status')
    .where('chain', '=', key)
    .where('status', '!=', 'withdrawn')
    .execute();
  if (others.length > 0) {
    await trx
      .updateTable('deliveries')
      .set({ status: 'planned', settled: 0 })
      .where('id', 'in', taken.map((row) => row.id).concat(''))
      .execute();
    if (others.some(({ status }) => status === 'sent' || status === 'failed'))
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
