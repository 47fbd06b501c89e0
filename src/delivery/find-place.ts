import { afterFailure } from './after-failure.ts';
import { deliveryError } from './delivery-error-of.ts';
import type { OpenDelivery, Parent } from './delivery-store.ts';
import { type Lane, noThread } from './lane.ts';
import { noteFailure } from './note-health.ts';
import type { PosterState } from './poster-state.ts';
import { usualWait } from './usual-wait.ts';

/**
 * Learns where a message goes that stands under another one: reads that one from the ledger, and opens the thread
 * under it where there is none yet. Afterwards the lane knows the place, or the message waits.
 */
export async function findPlace(state: PosterState, lane: Lane, job: OpenDelivery): Promise<void> {
  if (job.parent === null) return;
  const { store, clock } = state.options;
  const parent = lane.parents.get(job.parent) ?? (await store.parent(job.parent));
  if (!parent) {
    job.degraded = true;
    return;
  }
  lane.parents.set(job.parent, parent);
  if (parent.messageId === null || parent.thread !== null || parent.ownThread !== null) return;
  try {
    lane.parents.set(job.parent, { ...parent, ownThread: await openThread(state, lane, job.parent, parent) });
  } catch (error) {
    const failure = deliveryError(error, state.log);
    const after = afterFailure(failure, true);
    if (after.kind === 'degrade' || after.kind === 'give-up') {
      lane.parents.set(job.parent, { ...parent, messageId: null });
      state.log.warn({ delivery: job.id, advice: failure.message }, noThread);
      return;
    }
    if (after.kind === 'mend') await noteFailure(state, lane, failure, after.whom);
    lane.parents.delete(job.parent);
    job.nextAt = clock() + usualWait(state, job, after.kind === 'again' ? after.waitMs : null);
  }
}

async function openThread(state: PosterState, lane: Lane, id: string, parent: Parent): Promise<string> {
  const { store, checkpoint } = state.options;
  await checkpoint('thread-opening');
  const thread = await state.platform.openThread(parent.channel, parent.messageId ?? '', parent.threadName);
  lane.busy?.answered();
  await checkpoint('thread-opened');
  await store.threadOpened(id, thread);
  return thread;
}
