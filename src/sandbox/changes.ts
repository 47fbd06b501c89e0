import type { Change } from './platform.ts';
import type { PlatformName } from './world.ts';

type PlatformChange = Change & { platform: PlatformName };

/** Who wants to know what a person would see change. */
export interface Changes {
  publish(change: PlatformChange): void;
  /** Gives the function that ends the subscription. */
  subscribe(listener: (change: PlatformChange) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: PlatformChange) => void>();
  return {
    publish(change) {
      for (const listener of listeners) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
