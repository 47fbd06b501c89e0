import type { Kysely } from 'kysely';
import { inChunks } from './in-chunks.ts';
import type { Tables } from './tables.ts';

/** Marks of later editions cover what a withdrawn one judged: it is noted that those briefs are open again. */
export async function giveBack(
  trx: Kysely<Tables>,
  edition: string,
  holders: readonly string[],
): Promise<void> {
  const judged = await trx.selectFrom('verdicts').select('file').where('edition', '=', edition).execute();
  for (const chunk of inChunks(judged, 500))
    await trx
      .insertInto('returned')
      .values(chunk.flatMap(({ file }) => holders.map((holder) => ({ holder, file }))))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** They were judged again. */
export async function forgetReturned(
  trx: Kysely<Tables>,
  judged: readonly { holders: readonly string[]; files: readonly string[] }[],
): Promise<void> {
  const all = judged.flatMap(({ holders }) => holders);
  const rows = await trx
    .selectFrom('returned')
    .select('holder')
    .distinct()
    .where('holder', 'in', all)
    .execute();
  const waiting = new Set(rows.map(({ holder }) => holder));
  for (const { holders, files } of judged) {
    const own = holders.filter((holder) => waiting.has(holder));
    if (own.length === 0) continue;
    for (const chunk of inChunks(files, 500))
      await trx.deleteFrom('returned').where('holder', 'in', own).where('file', 'in', chunk).execute();
  }
}
