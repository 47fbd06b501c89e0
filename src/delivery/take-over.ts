import type { OpenDelivery } from './delivery-store.ts';
import type { PosterState } from './poster-state.ts';

/** Whoever was posting it is gone or stands still; whether it was posted, only the history knows. */
export async function takeOver(state: PosterState, job: OpenDelivery): Promise<void> {
  const { store, clock, timing } = state.options;
  const nextAt = clock() + timing.lookUpDelayMs;
  const isOurs = await store.settle(
    job.id,
    { status: 'sending', attempts: job.attempts, leaseBefore: clock() },
    { status: 'unknown', nextAt, lookUps: 0 },
  );
  if (isOurs) Object.assign(job, { status: 'unknown', nextAt, lookUps: 0 });
  else await state.reload(job);
}
