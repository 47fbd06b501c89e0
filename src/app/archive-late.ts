import type { Logger } from 'pino';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import { inChunks } from '../store/in-chunks.ts';
import type { Store } from '../store/open-store.ts';

/** Editions held in memory at once. */
const together = 50;

/**
 * Archives what could not be archived when it was posted: the folder could not be written to. An edition is taken up
 * once it has waited for a whole turn, for whoever posts it archives it within a second or two.
 */
export function archiveLate(options: {
  store: Pick<Store, 'unarchivedEditions' | 'posted' | 'reportFinished'>;
  archive: DeliveryOptions['onEditionsPosted'];
  logger: Logger;
}): () => Promise<void> {
  const { store, archive, logger } = options;
  let waiting = new Set<string>();
  let isTold = false;

  /** What changes with every edition, as the feeds do, is written once for all of them. */
  async function keep(keys: readonly string[]): Promise<void> {
    await archive(await store.posted(keys));
    await store.reportFinished(keys);
  }

  return async () => {
    const keys = await store.unarchivedEditions();
    const late = keys.filter((key) => waiting.has(key));
    waiting = new Set(keys);
    if (late.length === 0) return;
    let kept = 0;
    let failure: unknown = null;
    for (const keys of inChunks(late, together)) {
      try {
        await keep(keys);
        kept += keys.length;
      } catch {
        // One by one: an edition that cannot be written keeps no other out.
        for (const key of keys) {
          try {
            await keep([key]);
            kept += 1;
          } catch (error) {
            failure ??= error;
          }
        }
      }
    }
    if (kept > 0) logger.info({ editions: kept }, 'the archive holds what it lacked');
    // The folder may stay as it is for days.
    if (failure !== null && !isTold)
      logger.error({ err: failure }, 'the archive still cannot be written; it is tried again');
    isTold = failure !== null;
  };
}
