import { writeArchive } from '../archive/write-archive.ts';
import type { Edition } from '../digest/edition.ts';
import { feedEntries } from './feed-entries.ts';
import { feedFiles } from './feed-files.ts';
import { indexPage } from './index-page.ts';
import { listArchive } from './list-archive.ts';

export interface WriteFeedsOptions {
  /** The archive's folder. */
  folder: string;
  /** The newest editions that were posted; their order does not matter. */
  editions: readonly Edition[];
  /** When each brief was last edited, or an edit of it ended; epoch ms. */
  editedAt: ReadonlyMap<string, number>;
  /** Null where no feeds are wanted: the index page is written all the same. */
  feeds: { baseUrl: string | null } | null;
  /** Tells the feeds of this ledger from those of others. */
  ledger: string;
}

/** How many editions the index page lists before it leaves whole days out. */
const mostListed = 500;

/** Writes the archive's index page and the feeds of both languages, each file as a whole. @throws where the disk refuses */
export async function writeFeeds({
  folder,
  editions,
  editedAt,
  feeds,
  ledger,
}: WriteFeedsOptions): Promise<void> {
  if (feeds !== null) {
    for (const language of ['ko', 'en'] as const) {
      const files = feedFiles(feedEntries(editions, language, editedAt), { language, ledger, ...feeds });
      for (const file of files) await writeArchive(folder, file);
    }
  }
  const { paths, isWhole } = await listArchive(folder, mostListed);
  await writeArchive(folder, indexPage(paths, isWhole, feeds !== null));
}
