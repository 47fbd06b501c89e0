import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import { every } from './every.ts';

const lane = 'program';
const holdMs = 30_000;
const renewMs = 10_000;

/**
 * Holds a lease for as long as the program runs, so that nobody restores or moves the ledger under it: the leases of
 * posting begin only where a platform was reached. Of several programs on one ledger, one holds it.
 * @returns gives it back
 * @throws StoreError with a sentence: the ledger was moved away since it was opened
 */
export async function holdLedger(
  store: Pick<Store, 'hold' | 'release' | 'whyClosed'>,
  { owner, clock, logger }: { owner: string; clock: () => number; logger: Logger },
): Promise<() => Promise<void>> {
  const hold = async () => void (await store.hold(lane, owner, clock(), clock() + holdMs));
  await hold();
  const why = await store.whyClosed();
  if (why !== null) throw new StoreError(why);
  const stop = every(renewMs, hold, logger);
  return async () => {
    stop();
    await store.release(lane, owner);
  };
}
