import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Takes `count` numbers and returns the first. Inside a transaction the counter's row stays locked until
 * the commit, so numbers become visible in their order: whoever saw n has seen everything below.
 */
export async function nextNumber(trx: Kysely<Tables>, name: string, count: number): Promise<number> {
  const row = await trx
    .insertInto('counters')
    .values({ name, value: count })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', count) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value - count + 1;
}
