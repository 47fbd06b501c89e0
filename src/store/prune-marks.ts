import type { Kysely } from 'kysely';
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
  const firm = marks.filter((mark) => Boolean(mark.isFirm));
  for (const holder of holders) {
    const covered = marks.filter(
      (mark) =>
        mark.holder === holder &&
        firm.some(
          (other) =>
            other.holder === holder &&
            other.edition !== mark.edition &&
            covers(other, mark) &&
            !(covers(mark, other) && mark.edition > other.edition),
        ),
    );
    if (covered.length === 0) continue;
    await trx
      .deleteFrom('marks')
      .where('holder', '=', holder)
      .where(
        'edition',
        'in',
        covered.map((mark) => mark.edition),
      )
      .execute();
  }
}
