import { backOff } from './back-off.ts';
import type { DeliveryTiming } from './delivery-options.ts';
import { putOffUntil } from './put-off.ts';

/** What is left alone for a while because it failed: longer with every failure in a row. */
export interface Rests {
  /** What was under way when it began to rest says nothing more. @returns how often in a row it failed */
  failed(name: string): number;
  works(name: string): void;
  /** Whether it failed when it was last tried. */
  isDoubtful(name: string): boolean;
  /** Those that are left alone now. */
  resting(): string[];
}

export function createRests(options: {
  clock: () => number;
  timing: Pick<DeliveryTiming, 'backOffMs' | 'maxBackOffMs'>;
}): Rests {
  const { clock, timing } = options;
  const rests = new Map<string, { failures: number; until: number }>();

  return {
    failed(name) {
      const before = rests.get(name);
      if (before && putOffUntil(before.until, clock()) > clock()) return before.failures;
      const failures = (before?.failures ?? 0) + 1;
      const wait = backOff(failures, { firstMs: timing.backOffMs, maxMs: timing.maxBackOffMs });
      rests.set(name, { failures, until: clock() + wait });
      return failures;
    },
    works(name) {
      rests.delete(name);
    },
    isDoubtful: (name) => rests.has(name),
    resting() {
      const now = clock();
      return [...rests].flatMap(([name, { until }]) => (putOffUntil(until, now) > now ? [name] : []));
    },
  };
}
