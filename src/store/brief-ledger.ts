import type { Kysely } from 'kysely';
import { type Target, targetKey } from '../delivery/channel-plan.ts';
import type { Mark } from '../delivery/delivery-store.ts';
import type { ToldStory } from '../digest/edition.ts';
import { holdersOf } from './holders.ts';
import { inChunks } from './in-chunks.ts';
import { isCovered } from './marks.ts';
import { nextNumber } from './next-number.ts';
import type { Tables } from './tables.ts';

/** A brief as the ledger first saw it. */
export interface SeenBrief {
  file: string;
  /** Order first seen, from 1. */
  seq: number;
  /** Epoch ms as stated when it was first seen; 0 where the file did not say. */
  ingestedAt: number;
}

/** What composing reads: which briefs a channel has not judged, and what it was told. */
export interface BriefLedger {
  /** Notes files never seen before, in order of path; returns those that were new. */
  noteBriefs(briefs: readonly { file: string; ingestedAt: number | null }[]): Promise<SeenBrief[]>;
  /** Every brief ever seen, in the order first seen. */
  seenBriefs(): Promise<SeenBrief[]>;
  /** The highest number given out; 0 for none. For a mark, read it before the folder is read. */
  highestSeq(): Promise<number>;
  /** Briefs up to the mark that no edition of the channel, or of the settings name, has judged. */
  unjudged(target: Target, name: string, upTo: Mark): Promise<SeenBrief[]>;
  /** Whether the channel never had an edition (under this name neither), and the date of its last one. */
  channelHistory(target: Target, name: string): Promise<{ isFirst: boolean; lastEditionDate: string | null }>;
  /** What the channel, or the settings name, was told of these stories and addresses. */
  toldOf(
    target: Target,
    name: string,
    about: { stories: readonly string[]; urlKeys: readonly string[] },
  ): Promise<ToldStory[]>;
}

export function createBriefLedger(db: Kysely<Tables>, clock: () => number): BriefLedger {
  const marksOf = (holders: string[]) =>
    db.selectFrom('marks').select(['seq', 'at']).where('holder', 'in', holders).execute();

  return {
    async noteBriefs(briefs) {
      const ordered = [...briefs].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
      const added: SeenBrief[] = [];
      for (const chunk of inChunks(ordered, 500)) added.push(...(await noteChunk(db, clock(), chunk)));
      return added;
    },

    seenBriefs: () =>
      db.selectFrom('seenBriefs').select(['file', 'seq', 'ingestedAt']).orderBy('seq').execute(),

    async highestSeq() {
      const row = await db
        .selectFrom('seenBriefs')
        .select((eb) => eb.fn.max('seq').as('seq'))
        .executeTakeFirst();
      return row?.seq ?? 0;
    },

    async unjudged(target, name, upTo) {
      const marks = await marksOf(holdersOf(target, name));
      const furthest = marks.reduce((best, mark) => (mark.seq > best.seq ? mark : best), {
        seq: 0,
        at: Number.MIN_SAFE_INTEGER,
      });
      const rows = await db
        .selectFrom('seenBriefs')
        .select(['file', 'seq', 'ingestedAt'])
        .where('seq', '<=', upTo.seq)
        .where('ingestedAt', '<=', upTo.at)
        // What the furthest mark covers needs no second look; both halves have an index.
        .where((eb) => eb.or([eb('seq', '>', furthest.seq), eb('ingestedAt', '>', furthest.at)]))
        .orderBy('seq')
        .execute();
      const returned = await db
        .selectFrom('returned')
        .innerJoin('seenBriefs', 'seenBriefs.file', 'returned.file')
        .select(['seenBriefs.file', 'seenBriefs.seq', 'seenBriefs.ingestedAt'])
        .distinct()
        .where('returned.holder', 'in', holdersOf(target, name))
        .where('seq', '<=', upTo.seq)
        .where('ingestedAt', '<=', upTo.at)
        .execute();
      const again = new Set(returned.map((row) => row.file));
      const fresh = rows.filter((row) => !isCovered(marks, row) && !again.has(row.file));
      return [...returned, ...fresh].sort((a, b) => a.seq - b.seq);
    },

    async channelHistory(target, name) {
      const holders = holdersOf(target, name);
      const mark = await db
        .selectFrom('marks')
        .select('seq')
        .where('holder', 'in', holders)
        .limit(1)
        .executeTakeFirst();
      const last = await db
        .selectFrom('slots')
        .select('date')
        .where('outcome', '=', 'edition')
        .where((eb) => eb.or([eb('target', '=', targetKey(target)), eb('name', '=', name)]))
        .orderBy('dueAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return { isFirst: mark === undefined, lastEditionDate: last?.date ?? null };
    },

    async toldOf(target, name, about) {
      const holders = holdersOf(target, name);
      const found = new Map<string, ToldStory>();
      for (const [column, keys] of [
        ['story', about.stories],
        ['urlKey', about.urlKeys.filter((key) => key !== '')],
      ] as const)
        for (const chunk of inChunks([...new Set(keys)], 500)) {
          const rows = await db
            .selectFrom('told')
            .leftJoin('deliveries', 'deliveries.id', 'told.delivery')
            .select(['told.story', 'told.urlKey', 'told.edition', 'told.date', 'deliveries.link'])
            .where('holder', 'in', holders)
            .where(`told.${column}`, 'in', chunk)
            .execute();
          for (const row of rows)
            found.set(`${row.edition}\n${row.story}\n${row.urlKey}`, { ...row, link: row.link ?? '' });
        }
      return [...found.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    },
  };
}

async function noteChunk(
  db: Kysely<Tables>,
  now: number,
  chunk: readonly { file: string; ingestedAt: number | null }[],
): Promise<SeenBrief[]> {
  const files = chunk.map((brief) => brief.file);
  const known = await db.selectFrom('seenBriefs').select('file').where('file', 'in', files).execute();
  if (known.length === new Set(files).size) return [];
  return db.transaction().execute(async (trx) => {
    // The counter first: it is the lock that makes programs number one after the other.
    const first = await nextNumber(trx, 'briefs', chunk.length);
    return trx
      .insertInto('seenBriefs')
      .values(
        chunk.map((brief, index) => ({
          file: brief.file,
          seq: first + index,
          ingestedAt: brief.ingestedAt ?? 0,
          firstSeenAt: now,
        })),
      )
      .onConflict((conflict) => conflict.column('file').doNothing())
      .returning(['file', 'seq', 'ingestedAt'])
      .execute();
  });
}
