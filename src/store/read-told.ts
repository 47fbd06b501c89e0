import type { Kysely } from 'kysely';
import type { ToldStory } from '../digest/edition.ts';
import type { ChannelHolder } from './brief-ledger.ts';
import { holdersOf } from './holders.ts';
import { inChunks } from './in-chunks.ts';
import type { Tables } from './tables.ts';

type Asked = ChannelHolder & { stories: readonly string[]; urlKeys: readonly string[] };

/** What each channel, or its settings name, was told of the stories and addresses it asks about, oldest first. */
export async function readTold(db: Kysely<Tables>, asked: readonly Asked[]): Promise<ToldStory[][]> {
  const told = new Map<string, Map<string, ToldStory>>();
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
      for (const { holder, ...row } of rows) {
        const found = told.get(holder) ?? new Map<string, ToldStory>();
        told.set(holder, found);
        found.set(`${row.edition}\n${row.story}\n${row.urlKey}`, { ...row, link: row.link ?? '' });
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
