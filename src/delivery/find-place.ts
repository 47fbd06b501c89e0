import { afterFailure, mostInThread } from './after-failure.ts';
import { backOff } from './back-off.ts';
import { deliveryError } from './delivery-error-of.ts';
import type { OpenDelivery, Parent } from './delivery-store.ts';
import { type Lane, noThread } from './lane.ts';
import { noteDoubt } from './note-doubt.ts';
import { noteFailure } from './note-health.ts';
import type { PosterState } from './poster-state.ts';
import { record } from './record.ts';

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
    noteDoubt(state, lane, failure);
    const tries = (lane.threadTries.get(job.parent) ?? 0) + 1;
    lane.threadTries.set(job.parent, tries);
    const about = { inThread: true, isDirect: false, refusals: tries, isOfMany: false, isWithdrawn: false };
    const after = afterFailure(failure, about);
    // What concerns the channel, or the platform as a whole, is no reason to do without the thread.
    const isGivenUp = after.kind === 'degrade' || after.kind === 'give-up';
    if (isGivenUp || (after.kind === 'look-up' && tries >= mostInThread)) {
      lane.parents.set(job.parent, { ...parent, messageId: null });
      state.log.warn({ delivery: job.id, advice: failure.message }, noThread);
      return;
    }
    const { backOffMs, maxBackOffMs } = state.options.timing;
    const said = after.kind === 'again' ? after.waitMs : null;
    const usual = said ?? backOff(tries, { firstMs: backOffMs, maxMs: maxBackOffMs });
    const wait = after.kind === 'mend' ? await noteFailure(state, lane, failure, after.whom) : usual;
    lane.parents.delete(job.parent);
    const note = { errorCode: failure.code, advice: failure.message };
    await record(state, job, { ...note, status: 'planned', nextAt: clock() + wait });
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
