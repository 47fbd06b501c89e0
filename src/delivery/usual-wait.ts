import { backOff } from './back-off.ts';
import type { OpenDelivery } from './delivery-store.ts';
import type { PosterState } from './poster-state.ts';

/** How long a message waits for its next try, ms: as the platform said, else longer with every attempt. */
export function usualWait(state: PosterState, job: OpenDelivery, saidMs: number | null): number {
  const { backOffMs, maxBackOffMs } = state.options.timing;
  return saidMs ?? backOff(Math.max(1, job.attempts), { firstMs: backOffMs, maxMs: maxBackOffMs });
}
