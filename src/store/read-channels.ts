import { type Kysely, sql } from 'kysely';
import { targetKey } from '../delivery/channel-plan.ts';
import type { Mark } from '../delivery/delivery-store.ts';
import type { ChannelHolder, ChannelReading, SeenBrief } from './brief-ledger.ts';
import { holdersOf } from './holders.ts';
import { inChunks } from './in-chunks.ts';
import { isCovered } from './marks.ts';
import { perItem } from './per-item.ts';
import type { Tables } from './tables.ts';

/** What composing needs to know of channels, in their order. */
export async function readChannels(
  db: Kysely<Tables>,
  channels: readonly ChannelHolder[],
  upTo: Mark,
): Promise<ChannelReading[]> {
  const holders = channels.flatMap(({ target, name }) => holdersOf(target, name));
  const marks = await marksOf(db, holders);
  const returned = await returnedOf(db, holders, upTo);
  const dates = await lastDates(db, channels);
  const shared = new Map<string, readonly SeenBrief[]>();

  async function unjudgedOf(own: readonly Mark[]): Promise<readonly SeenBrief[]> {
    const different = [...new Map(own.map((mark) => [`${mark.seq} ${mark.at}`, mark])).entries()].sort();
    const key = different.map(([text]) => text).join();
    const known = shared.get(key);
    if (known) return known;
    const read = await notCovered(
      db,
      different.map(([, mark]) => mark),
      upTo,
    );
    shared.set(key, read);
    return read;
  }

  const readings: ChannelReading[] = [];
  for (const [index, { target, name }] of channels.entries()) {
    const own = holdersOf(target, name);
    const ownMarks = own.flatMap((holder) => marks.get(holder) ?? []);
    const unjudged = await unjudgedOf(ownMarks);
    const again = new Map(
      own.flatMap((holder) => returned.get(holder) ?? []).map((each) => [each.file, each]),
    );
    readings.push({
      isFirst: ownMarks.length === 0,
      lastEditionDate: dates[index] ?? null,
      unjudged: again.size === 0 ? unjudged : joined(unjudged, again),
    });
  }
  return readings;
}

function joined(unjudged: readonly SeenBrief[], again: ReadonlyMap<string, SeenBrief>): SeenBrief[] {
  return [...unjudged.filter(({ file }) => !again.has(file)), ...again.values()].sort(
    (a, b) => a.seq - b.seq,
  );
}

async function notCovered(db: Kysely<Tables>, marks: readonly Mark[], upTo: Mark): Promise<SeenBrief[]> {
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
  return marks.length < 2 ? rows : rows.filter((row) => !isCovered(marks, row));
}

async function marksOf(db: Kysely<Tables>, holders: readonly string[]): Promise<Map<string, Mark[]>> {
  const marks = new Map<string, Mark[]>();
  for (const chunk of inChunks(holders, 500)) {
    const rows = await db
      .selectFrom('marks')
      .select(['holder', 'seq', 'at'])
      .where('holder', 'in', chunk)
      .execute();
    for (const { holder, ...mark } of rows) marks.set(holder, [...(marks.get(holder) ?? []), mark]);
  }
  return marks;
}

async function returnedOf(
  db: Kysely<Tables>,
  holders: readonly string[],
  upTo: Mark,
): Promise<Map<string, SeenBrief[]>> {
  const returned = new Map<string, SeenBrief[]>();
  for (const chunk of inChunks(holders, 500)) {
    const rows = await db
      .selectFrom('returned')
      .innerJoin('seenBriefs', 'seenBriefs.file', 'returned.file')
      .select(['returned.holder', 'seenBriefs.file', 'seenBriefs.seq', 'seenBriefs.ingestedAt'])
      .where('returned.holder', 'in', chunk)
      .where('seq', '<=', upTo.seq)
      .where('ingestedAt', '<=', upTo.at)
      .execute();
    for (const { holder, ...brief } of rows) returned.set(holder, [...(returned.get(holder) ?? []), brief]);
  }
  return returned;
}

/** Of each channel, or of another one that had its name, the date of the last edition. */
async function lastDates(db: Kysely<Tables>, channels: readonly ChannelHolder[]): Promise<(string | null)[]> {
  const found = await perItem(channels, (chunk) => {
    const [first, ...others] = chunk.flatMap(({ target, name }, item) =>
      (
        [
          ['target', targetKey(target)],
          ['name', name],
        ] as const
      ).map(([column, value], half) => {
        const last = db
          .selectFrom('slots')
          .select(['date', 'dueAt', sql.lit(item).as('item')])
          .where('outcome', '=', 'edition')
          .where(column, '=', value)
          .orderBy('dueAt', 'desc')
          .limit(1);
        return db.selectFrom(last.as(`last${item}_${half}`)).selectAll();
      }),
    );
    if (!first) return Promise.resolve([]);
    return others.reduce((all, each) => all.unionAll(each), first).execute();
  });
  return found.map((rows) => rows.sort((a, b) => b.dueAt - a.dueAt)[0]?.date ?? null);
}
