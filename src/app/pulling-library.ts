import type { Library } from '../library/library.ts';

export interface PullOptions {
  /** Brings the folder up to its source. */
  pull: () => Promise<unknown>;
  /** Between two pulls, ms; the scans between them look at what is there. */
  everyMs: number;
  clock: () => number;
  /** Called when pulling fails, and with null when it works again. */
  onTrouble: (error: Error | null) => void;
}

/** The scans come with the seconds of the clock, give or take a little: one that is early by less is in time. */
const earlyMs = 2_000;

/**
 * A library whose folder is pulled before it is scanned. Where pulling fails, what was pulled before is scanned. A look
 * at what is there waits for no pull: the folder is one commit or another, never a mixture.
 */
export function pullingLibrary(library: Library, options: PullOptions): Library {
  const { pull, everyMs, clock, onTrouble } = options;
  let pulledAt = Number.NEGATIVE_INFINITY;
  let inTrouble = false;
  let scanning: ReturnType<Library['scan']> | null = null;

  async function pullIfDue(): Promise<void> {
    const now = clock();
    // A clock that was set back must not stop the pulling.
    if (now >= pulledAt && now - pulledAt < everyMs - earlyMs) return;
    pulledAt = now;
    try {
      await pull();
      if (inTrouble) onTrouble(null);
      inTrouble = false;
    } catch (error) {
      inTrouble = true;
      onTrouble(error as Error);
    }
  }

  function scan(): ReturnType<Library['scan']> {
    scanning ??= pullIfDue()
      // One that was begun during the pull saw the folder before it.
      .then(() => library.look())
      .finally(() => {
        scanning = null;
      });
    return scanning;
  }

  return {
    ...library,
    scan,
    async refresh() {
      while (scanning !== null) await scanning.catch(() => undefined);
      pulledAt = Number.NEGATIVE_INFINITY;
      return scan();
    },
  };
}
