import type { OpenDelivery, SettleChange } from './delivery-store.ts';
import type { PosterState } from './poster-state.ts';

/**
 * Records what came of a delivery, if the ledger still has it as we know it; else reads it again.
 * @returns whether it was recorded
 */
export async function record(state: PosterState, job: OpenDelivery, change: SettleChange): Promise<boolean> {
  const seen = { status: job.status, attempts: job.attempts };
  if (!(await state.options.store.settle(job.id, seen, change))) {
    await state.reload(job);
    return false;
  }
  const { status, nextAt = job.nextAt, lookUps = job.lookUps, degraded = job.degraded } = change;
  const { refusals = job.refusals } = change;
  Object.assign(job, { status, nextAt, lookUps, degraded, refusals });
  if (change.thread !== undefined) job.thread = change.thread;
  return true;
}
