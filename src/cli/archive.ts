import { keepArchive } from '../app/keep-archive.ts';
import { inChunks } from '../store/in-chunks.ts';
import { openStore } from '../store/open-store.ts';
import type { CommonFlags } from './flags.ts';
import { placeOf, readSetup } from './read-setup.ts';
import { say } from './say.ts';

/** Writes the archive of every posted edition anew, from the ledger. */
export async function archive(flags: CommonFlags): Promise<void> {
  const setup = readSetup(flags);
  const store = await openStore({ ...placeOf(setup), clock: Date.now });
  try {
    const { archiveDir, settings } = setup;
    const keep = keepArchive({ store, archiveDir, feeds: () => settings.feeds });
    const editions = await store.postedEditions(Number.MAX_SAFE_INTEGER);
    const late = await store.unarchivedEditions();
    const keys = [...editions.map(({ key }) => key), ...late];
    for (const some of inChunks(keys, 200)) await keep(await store.posted(some));
    await store.reportFinished(late);
    say(`${keys.length} editions written to ${archiveDir}`);
  } finally {
    await store.close();
  }
}
