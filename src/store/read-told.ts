import type { Kysely } from 'kysely';
import type { ToldStory } from '../digest/edition.ts';
import type { ChannelHolder } from './brief-ledger.ts';
import { retractedFiles } from './edit-ledger.ts';
import { holdersOf } from './holders.ts';
import { inChunks } from './in-chunks.ts';
import type { Tables } from './tables.ts';

type Asked = ChannelHolder & { stories: readonly string[]; urlKeys: readonly string[] };

/** What each channel, or its settings name, was told of the stories and addresses it asks about, oldest first. */
export async function readTold(db: Kysely<Tables>, asked: readonly Asked[]): Promise<ToldStory[][]> {
  const told = new Map<string, Map<string, ToldStory>>();
  const retracted = await retractedFiles(db);
  const holders = asked.flatMap(({ target, name }) => holdersOf(target, name));
  for (const [column, keys] of [
    ['story', asked.flatMap(({ stories }) => stories)],
    ['urlKey', asked.flatMap(({ urlKeys }) => urlKeys).filter((key) => key !== '')],
  ] as const)
    for (const chunk of inChunks([...new Set(keys)], 500)) {
      const rows = await db
        .selectFrom('told')
        .leftJoin('deliveries', 'deliveries.id', 'told.delivery')
        .select(['told.holder', 'told.story', 'told.urlKey', 'told.edition', 'told.date', 'deliveries.link'])
        .where('holder', 'in', holders)
        .where(`told.${column}`, 'in', chunk)
        .execute();
      const removed = await removedStories(db, rows, retracted);
      for (const { holder, ...row } of rows) {
        const found = told.get(holder) ?? new Map<string, ToldStory>();
        told.set(holder, found);
        found.set(`${row.edition}\n${row.story}\n${row.urlKey}`, {
          ...row,
          link: row.link ?? '',
          ...(removed.has(`${row.edition}\n${row.story}`) ? { removed: true as const } : {}),
        });
      }
    }
  return asked.map(({ target, name, stories, urlKeys }) => {
    const [wantedStories, wantedUrls] = [new Set(stories), new Set(urlKeys.filter((key) => key !== ''))];
    const own = new Map(holdersOf(target, name).flatMap((holder) => [...(told.get(holder) ?? [])]));
    return [...own.values()]
      .filter(({ story, urlKey }) => wantedStories.has(story) || wantedUrls.has(urlKey))
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  });
}

/** Verdicts of what went into an edition. */
const isIn = new Set(['highlight', 'headline', 'rest', 'same-story', 'same-url']);

/** Of these tellings those whose every brief is retracted, as `edition\nstory`. */
async function removedStories(
  db: Kysely<Tables>,
  rows: readonly { edition: string; story: string }[],
  retracted: ReadonlySet<string>,
): Promise<Set<string>> {
  if (retracted.size === 0 || rows.length === 0) return new Set();
  const wanted = new Set(rows.map(({ edition, story }) => `${edition}\n${story}`));
  const isLeft = new Map<string, boolean>();
  for (const chunk of inChunks([...new Set(rows.map(({ edition }) => edition))], 500)) {
    const verdicts = await db
      .selectFrom('verdicts')
      .select(['edition', 'story', 'file', 'reasonJson'])
      .where('edition', 'in', chunk)
      .execute();
    for (const { edition, story, file, reasonJson } of verdicts) {
      const key = `${edition}\n${story}`;
      if (!wanted.has(key) || !isIn.has(JSON.parse(reasonJson).reason.code)) continue;
      isLeft.set(key, (isLeft.get(key) ?? false) || !retracted.has(file));
    }
  }
  return new Set([...isLeft].flatMap(([key, left]) => (left ? [] : [key])));
}
