import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';
import { every } from './every.ts';

const lane = 'program';
const holdMs = 30_000;
const renewMs = 10_000;

/**
 * Holds a lease for as long as the program runs, so that nobody restores or moves the ledger under it: the leases of
 * posting begin only where a platform was reached. Of several programs on one ledger, one holds it.
 * @returns gives it back
 */
export async function holdLedger(
  store: Pick<Store, 'hold' | 'release'>,
  { owner, clock, logger }: { owner: string; clock: () => number; logger: Logger },
): Promise<() => Promise<void>> {
  const hold = async () => void (await store.hold(lane, owner, clock(), clock() + holdMs));
  await hold();
  const stop = every(renewMs, hold, logger);
  return async () => {
    stop();
    await store.release(lane, owner);
  };
}
