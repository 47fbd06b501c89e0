import type { Logger } from 'pino';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import type { Store } from '../store/open-store.ts';

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

  return async () => {
    const keys = await store.unarchivedEditions();
    const late = keys.filter((key) => waiting.has(key));
    waiting = new Set(keys);
    if (late.length === 0) return;
    let kept = 0;
    let failure: unknown = null;
    // One by one: an edition that cannot be written keeps no other out.
    for (const key of late) {
      try {
        await archive(await store.posted([key]));
        await store.reportFinished([key]);
        kept += 1;
      } catch (error) {
        failure ??= error;
      }
    }
    if (kept > 0) logger.info({ editions: kept }, 'the archive holds what it lacked');
    // The folder may stay as it is for days.
    if (failure !== null && !isTold)
      logger.error({ err: failure }, 'the archive still cannot be written; it is tried again');
    isTold = failure !== null;
  };
}
