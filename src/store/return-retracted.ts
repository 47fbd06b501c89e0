import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A brief that no edition told because it was retracted is to be judged again, now that it no longer is. */
export async function returnRetracted(trx: Kysely<Tables>, file: string): Promise<void> {
  const verdicts = await trx
    .selectFrom('verdicts')
    .select(['edition', 'name', 'reasonJson'])
    .where('file', '=', file)
    .execute();
  const refused = verdicts.filter(({ reasonJson }) => JSON.parse(reasonJson).reason.code === 'retracted');
  for (const { edition, name } of refused) {
    // An edition's key is its target, date and time.
    const target = edition.split(':').slice(0, -2).join(':');
    await trx
      .insertInto('returned')
      .values([`target:${target}`, `name:${name}`].map((holder) => ({ holder, file })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx.deleteFrom('verdicts').where('edition', '=', edition).where('file', '=', file).execute();
  }
}
