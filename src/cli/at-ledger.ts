import type { Logger } from 'pino';
import type { EffectiveSettings } from '../app/effective-settings.ts';
import type { Library } from '../library/library.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { createLogger } from './create-logger.ts';
import type { CommonFlags } from './flags.ts';
import { followBriefs } from './follow-briefs.ts';
import { openBriefs } from './open-briefs.ts';
import { placeOf, readSetup, type Setup } from './read-setup.ts';
import { withChatSettings } from './with-chat-settings.ts';

/** What a command that needs no connection works with. */
export interface LedgerDesk {
  /** With what was set in the chat over the settings file. */
  setup: Setup & EffectiveSettings;
  store: Store;
  /** Not scanned yet, and without a search index. */
  library: Library;
  logger: Logger;
}

/**
 * Opens the ledger and the briefs, does the work, and closes both whatever comes of it. It may run beside the bot.
 * @param pulling whether the briefs' repository is pulled first
 */
export async function atLedger<T>(
  flags: CommonFlags,
  pulling: 'pulls' | 'pulls nothing',
  work: (desk: LedgerDesk) => Promise<T>,
): Promise<T> {
  const fileSetup = readSetup(flags, pulling);
  const logger = createLogger({ level: 'warn', secrets: [], descriptor: 2, readable: process.stderr.isTTY });
  const store = await openStore({ ...placeOf(fileSetup), clock: Date.now });
  try {
    const setup = await withChatSettings(fileSetup, store);
    const library = await openLibraryOf(setup, store, flags, pulling, logger);
    try {
      return await work({ setup, store, library, logger });
    } finally {
      await library.close();
    }
  } finally {
    await store.close();
  }
}

async function openLibraryOf(
  setup: Setup,
  store: Store,
  flags: CommonFlags,
  pulling: 'pulls' | 'pulls nothing',
  logger: Logger,
): Promise<Library> {
  const { briefsFolder, stateDir } = setup;
  const opened = await openBriefs(briefsFolder, stateDir, flags, logger, 'no search', store.retractedFiles);
  if (pulling === 'pulls nothing') return opened;
  return followBriefs(opened, setup.briefs, flags.data, (error) => error && logger.warn(error.message));
}
