import type { Kysely } from 'kysely';
import { deliveryId } from '../../src/delivery/delivery-id.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import type { Tables } from '../../src/store/tables.ts';
import { type CrashWorld, channels } from './crash-world.ts';

/** What a run left behind. */
export interface Tally {
  deliveries: number;
  missing: number;
  doubled: number;
  /** Not settled: held, or of unknown outcome. */
  held: number;
  /** Briefs that a channel was told twice, or not at all. */
  newsDoubled: number;
  newsMissing: number;
  /** Flags that people set on our messages and that ask for the other language, and those without an answer. */
  flags: number;
  flagsMissing: number;
  details: string[];
}

/** The delivery id that a message of ours carries. */
function markerOf(payload: Record<string, unknown>): string | null {
  const text = JSON.stringify(payload);
  const slack = /"event_payload":\{"id":"([a-z2-7]{24})"/.exec(text)?.[1];
  const discord = /"custom_id":"([a-z2-7]{24}):/.exec(text)?.[1];
  return slack ?? discord ?? null;
}

/** What both platforms show of ours: how often each delivery stands there, and which have a flag on them. */
async function lookAtBoth(world: CrashWorld): Promise<{ shown: Map<string, number>; flagged: Set<string> }> {
  const shown = new Map<string, number>();
  const flagged = new Set<string>();
  for (const platform of ['slack', 'discord'] as const) {
    const { messages, bot } = await world.look(platform);
    for (const message of messages) {
      if (message.author !== bot.user || message.privateTo !== null) continue;
      const id = markerOf(message.payload);
      if (id === null) continue;
      shown.set(id, (shown.get(id) ?? 0) + 1);
      if (message.reactions.length > 0) flagged.add(id);
    }
  }
  return { shown, flagged };
}

/** The answers in English that flags ask for. */
async function answersOwed(db: Kysely<Tables>, flagged: ReadonlySet<string>): Promise<string[]> {
  if (flagged.size === 0) return [];
  const inKorean = await db
    .selectFrom('deliveries')
    .select('id')
    .where('language', '=', 'ko')
    .where('kind', 'in', ['skim', 'story', 'full', 'share'])
    .where('id', 'in', [...flagged])
    .execute();
  return inKorean.map(({ id }) => deliveryId(deliveryId('flag', id, 'en'), 0));
}

/** Whether every flag has its answer. */
export async function areFlagsAnswered(world: CrashWorld, db: Kysely<Tables>): Promise<boolean> {
  const { shown, flagged } = await lookAtBoth(world);
  return (await answersOwed(db, flagged)).every((id) => shown.has(id));
}

/** Holds the ledger against what both platforms show. */
export async function countMessages(world: CrashWorld): Promise<Tally> {
  const { shown, flagged } = await lookAtBoth(world);
  const { db } = await openDatabase(world.place);
  const tally: Tally = {
    ...{ deliveries: 0, missing: 0, doubled: 0, held: 0, newsDoubled: 0, newsMissing: 0 },
    ...{ flags: 0, flagsMissing: 0 },
    details: [],
  };
  const deliveries = await db
    .selectFrom('deliveries')
    .select(['id', 'kind', 'channel', 'status'])
    .where('status', '!=', 'withdrawn')
    .execute();
  for (const { id, kind, channel, status } of deliveries) {
    const count = shown.get(id) ?? 0;
    tally.deliveries += 1;
    if (status === 'held' || status === 'unknown') tally.held += 1;
    if (count === 0) tally.missing += 1;
    if (count > 1) tally.doubled += count - 1;
    if (count !== 1 || status !== 'sent')
      tally.details.push(`${id} ${kind} ${channel} ${status}: shown ${count} times`);
  }
  for (const id of await answersOwed(db, flagged)) {
    tally.flags += 1;
    if (shown.has(id)) continue;
    tally.flagsMissing += 1;
    tally.details.push(`${id}: a flag without its answer`);
  }
  const editions = await db
    .selectFrom('editions')
    .select(['name', 'bodyJson'])
    .where('status', '!=', 'withdrawn')
    .execute();
  await db.destroy();
  for (const { name } of channels) {
    const told = new Map<string, number>();
    for (const row of editions) {
      if (row.name !== name) continue;
      const edition = JSON.parse(row.bodyJson) as Edition;
      for (const story of [...edition.highlights, ...edition.headlines, ...edition.rest])
        told.set(story.lead.file, (told.get(story.lead.file) ?? 0) + 1);
    }
    for (const file of world.files) {
      const times = told.get(file) ?? 0;
      if (times === 0) tally.newsMissing += 1;
      if (times > 1) tally.newsDoubled += times - 1;
      if (times !== 1) tally.details.push(`${file} in ${name}: told ${times} times`);
    }
  }
  return tally;
}
