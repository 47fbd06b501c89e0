import type { Kysely } from 'kysely';
import type { Target } from '../delivery/channel-plan.ts';
import type { Mark } from '../delivery/delivery-store.ts';
import type { ToldStory } from '../digest/edition.ts';
import { inChunks } from './in-chunks.ts';
import { nextNumber } from './next-number.ts';
import { readChannels } from './read-channels.ts';
import { readTold } from './read-told.ts';
import type { Tables } from './tables.ts';

/** A brief as the ledger first saw it. */
export interface SeenBrief {
  file: string;
  /** Order first seen, from 1. */
  seq: number;
  /** Epoch ms as stated when it was first seen; 0 where the file did not say. */
  ingestedAt: number;
}

/** Under what a channel's marks and told stories are kept: itself, and its entry's name in the settings. */
export interface ChannelHolder {
  target: Target;
  name: string;
}

/** A channel as composing finds it. */
export interface ChannelReading {
  /** It never had an edition, under this name neither. */
  isFirst: boolean;
  /** Local date of its last edition; null for none. */
  lastEditionDate: string | null;
  /**
   * Briefs up to the mark that no edition of the channel, or of the settings name, has judged, in the order first
   * seen. Channels that judged the same share one list.
   */
  unjudged: readonly SeenBrief[];
}

/** What composing reads: which briefs a channel has not judged, and what it was told. */
export interface BriefLedger {
  /** Notes files never seen before, in order of path; returns those that were new. */
  noteBriefs(briefs: readonly { file: string; ingestedAt: number | null }[]): Promise<SeenBrief[]>;
  /** Every brief ever seen, in the order first seen. */
  seenBriefs(): Promise<SeenBrief[]>;
  /** The highest number given out; 0 for none. For a mark, read it before the folder is read. */
  highestSeq(): Promise<number>;
  /** What composing needs to know of channels, in their order. */
  readChannels(channels: readonly ChannelHolder[], upTo: Mark): Promise<ChannelReading[]>;
  /** What each channel, or its settings name, was told of these stories and addresses, oldest first. */
  toldOf(
    asked: readonly (ChannelHolder & { stories: readonly string[]; urlKeys: readonly string[] })[],
  ): Promise<ToldStory[][]>;
}

export function createBriefLedger(db: Kysely<Tables>, clock: () => number): BriefLedger {
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

    readChannels: (channels, upTo) => readChannels(db, channels, upTo),
    toldOf: (asked) => readTold(db, asked),
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
