import type { Logger } from 'pino';
import type { Store } from '../store/open-store.ts';
import { StoreError } from '../store/store-error.ts';
import { every } from './every.ts';

const lane = 'program';
const holdMs = 30_000;
const usualRenewMs = 10_000;

/**
 * Holds a lease for as long as the program runs, so that nobody restores or moves the ledger under it: the leases of
 * posting begin only where a platform was reached. Of several programs on one ledger, one holds it.
 * @returns gives it back
 * @throws StoreError with a sentence: the ledger was moved away since it was opened
 */
export async function holdLedger(
  store: Pick<Store, 'hold' | 'release' | 'whyClosed' | 'whyAway'>,
  options: {
    owner: string;
    clock: () => number;
    /** It was moved away under the running program, which must end. */
    onClosed: (sentence: string) => void;
    /** Its file was removed under the running program, which goes on; null: it is back. */
    onAway: (sentence: string | null) => void;
    logger: Logger;
    renewMs?: number;
  },
): Promise<() => Promise<void>> {
  const { owner, clock, logger } = options;
  async function hold(): Promise<string | null> {
    await store.hold(lane, owner, clock(), clock() + holdMs);
    return store.whyClosed();
  }
  const why = await hold();
  if (why !== null) throw new StoreError(why);
  let away: string | null = null;
  async function renew(): Promise<void> {
    const sentence = await hold();
    if (sentence !== null) options.onClosed(sentence);
    const now = store.whyAway();
    if (now !== away) options.onAway(now);
    away = now;
  }
  const stop = every(options.renewMs ?? usualRenewMs, renew, logger);
  return async () => {
    stop();
    await store.release(lane, owner);
  };
}
