import { randomUUID } from 'node:crypto';
import { archiveEdition } from '../archive/archive-edition.ts';
import { writeArchive } from '../archive/write-archive.ts';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import { writeFeeds } from '../feeds/write-feeds.ts';
import type { Store } from '../store/open-store.ts';

export interface ArchiveOptions {
  store: Pick<Store, 'postedEditions' | 'editedAt' | 'value' | 'setValue'>;
  archiveDir: string;
  /** Null where no feeds are wanted. */
  feeds: () => { baseUrl: string | null } | null;
}

/** Enough editions for a feed's worth of stories. */
const editionsInFeeds = 60;
const ledgerKey = 'ledger-id';

/** Writes posted editions into the archive, and the index page and the feeds anew. */
export function keepArchive({
  store,
  archiveDir,
  feeds,
}: ArchiveOptions): DeliveryOptions['onEditionsPosted'] {
  let last: Promise<void> = Promise.resolve();

  async function ledgerId(): Promise<string> {
    const known = await store.value(ledgerKey);
    if (known !== null) return known;
    const id = randomUUID();
    await store.setValue(ledgerKey, id);
    return id;
  }

  return (posted) => {
    // Editions that finish one after the other write the same feeds.
    const work = async (): Promise<void> => {
      for (const { edition, parts } of posted) {
        const ids = parts.flatMap(({ messageId }) => messageId ?? []);
        await writeArchive(archiveDir, archiveEdition(edition, edition.rules.language, ids));
      }
      const keys = new Set(posted.map(({ edition }) => edition.key));
      const before = await store.postedEditions(editionsInFeeds);
      const editions = [
        ...posted.map(({ edition }) => edition),
        ...before.filter(({ key }) => !keys.has(key)),
      ];
      const ledger = await ledgerId();
      const editedAt = await store.editedAt();
      await writeFeeds({ folder: archiveDir, editions, editedAt, feeds: feeds(), ledger });
    };
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}
