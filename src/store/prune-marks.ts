import type { Kysely } from 'kysely';
import { inChunks } from './in-chunks.ts';
import { covers } from './marks.ts';
import type { Tables } from './tables.ts';

/**
 * Drops the marks that another one covers, so that a channel keeps one or two. A mark whose edition may
 * still be withdrawn drops nothing: the ones before it would be missed.
 */
export async function pruneMarks(trx: Kysely<Tables>, holders: readonly string[]): Promise<void> {
  const marks = await trx
    .selectFrom('marks')
    .leftJoin('editions', 'editions.key', 'marks.edition')
    .select(['marks.holder', 'marks.edition', 'marks.seq', 'marks.at'])
    .select((eb) =>
      eb
        .or([
          eb('editions.key', 'is', null),
          eb('editions.status', '=', 'finished'),
          eb('editions.expiresAt', 'is', null),
        ])
        .as('isFirm'),
    )
    .where('holder', 'in', holders)
    .execute();
  const byHolder = new Map<string, typeof marks>();
  for (const mark of marks) byHolder.set(mark.holder, [...(byHolder.get(mark.holder) ?? []), mark]);
  const covered = marks.filter((mark) =>
    (byHolder.get(mark.holder) ?? []).some(
      (other) =>
        Boolean(other.isFirm) &&
        other.edition !== mark.edition &&
        covers(other, mark) &&
        !(covers(mark, other) && mark.edition > other.edition),
    ),
  );
  // SQLite nests as many conditions as it is given, up to 1,000. https://sqlite.org/limits.html#max_expr_depth
  for (const chunk of inChunks(covered, 200))
    await trx
      .deleteFrom('marks')
      .where((eb) =>
        eb.or(
          chunk.map(({ holder, edition }) =>
            eb.and([eb('holder', '=', holder), eb('edition', '=', edition)]),
          ),
        ),
      )
      .execute();
}
