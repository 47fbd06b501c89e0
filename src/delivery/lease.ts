import type { DeliveryStore } from './delivery-store.ts';

/** A right that one program at a time holds, for a while. */
export interface Lease {
  /** Takes or renews it; false where another program has it. */
  hold(): Promise<boolean>;
  /** Whether it is ours for at least `ms` more. Asks nobody: the time it was granted for tells. */
  isOursFor(ms: number): boolean;
  /** Gives it up, so that another need not wait for its end. */
  release(): Promise<void>;
}

/** @param ms how long each hold lasts; renew it well before */
export function createLease(options: {
  store: Pick<DeliveryStore, 'hold' | 'release'>;
  name: string;
  owner: string;
  clock: () => number;
  ms: number;
}): Lease {
  const { store, name, owner, clock, ms } = options;
  let since = 0;
  let until = 0;

  return {
    async hold() {
      const now = clock();
      const granted = await store.hold(name, owner, now, now + ms);
      since = now;
      until = granted ? now + ms : 0;
      return granted;
    },
    isOursFor(span) {
      // A clock that was put back says nothing of how long ago it was granted.
      const now = clock();
      return now >= since && now + span < until;
    },
    async release() {
      if (until === 0) return;
      until = 0;
      await store.release(name, owner);
    },
  };
}
