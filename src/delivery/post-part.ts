import { afterFailure } from './after-failure.ts';
import { backOff } from './back-off.ts';
import { targetKey } from './channel-plan.ts';
import { DeliveryError } from './delivery-error.ts';
import type { OpenDelivery, SettleChange } from './delivery-store.ts';
import { forgetThread } from './forget-thread.ts';
import type { Lane } from './lane.ts';
import { noteFailure, noteSuccess } from './note-health.ts';
import type { Place } from './platform.ts';
import type { PosterState } from './poster.ts';
import { threadFor } from './thread-for.ts';
import { withinTime } from './within-time.ts';

/**
 * Posts one message: claims it in the ledger, posts it once, records what came of it.
 * Whatever happens in between, the ledger's row says what the next program must do.
 */
export async function postPart(state: PosterState, lane: Lane, job: OpenDelivery): Promise<void> {
  const { options, platform, log } = state;
  const { store, clock, timing, checkpoint, instance } = options;
  const place = await placeOf(state, lane, job);
  if (!place) return;
  const now = clock();
  const leaseUntil = now + timing.leaseMs;
  const claim = { owner: instance, now, leaseUntil, thread: place.thread, degraded: job.degraded };
  const payload = await store.claim(job.id, job.attempts, claim);
  if (!payload) {
    await state.reload(job);
    return;
  }
  Object.assign(job, { status: 'sending', leaseUntil, attempts: job.attempts + 1, thread: place.thread });
  job.firstTriedAt ??= now;
  await checkpoint('before-request');
  // The last look before the request: a program that stood still must not post with a lease that ran out.
  if (clock() + timing.requestTimeoutMs > leaseUntil || !state.mayPost()) {
    await record(state, job, { status: 'planned', nextAt: clock() });
    return;
  }
  let messageId: string;
  try {
    const answer = withinTime(
      platform.post(place, payload, job.id),
      timing.requestTimeoutMs + 1_000,
      options.alarms,
    );
    await checkpoint('request-sent');
    messageId = (await answer).messageId;
  } catch (error) {
    await failed(state, lane, job, deliveryError(state, error));
    return;
  }
  await checkpoint('after-answer-before-record');
  const isOurs = await record(state, job, {
    status: 'sent',
    messageId,
    link: platform.link(place, messageId),
    postedAt: clock(),
    errorCode: '',
    advice: '',
  });
  if (!isOurs)
    log.warn({ delivery: job.id }, 'Another program took this message over while it was being posted.');
  lane.parents.set(job.id, {
    ...{ platform: job.platform, workspace: job.workspace, channel: job.channel, kind: job.kind },
    ...{ status: 'sent', messageId, thread: place.thread, ownThread: null, threadName: '' },
  });
  await noteSuccess(state, lane);
  await state.settled(job);
  await checkpoint('between-parts');
}

/** Where it goes; null where that cannot be told now and the message waits. */
async function placeOf(state: PosterState, lane: Lane, job: OpenDelivery): Promise<Place | null> {
  const channel = { channel: job.channel, thread: null };
  if (job.parent === null || job.degraded) return channel;
  try {
    const thread = await threadFor(state, lane, job.parent);
    if (thread !== null) return { channel: job.channel, thread };
    job.degraded = true;
    return channel;
  } catch (error) {
    const failure = deliveryError(state, error);
    const after = afterFailure(failure, true);
    if (after.kind === 'degrade' || after.kind === 'give-up') {
      job.degraded = true;
      const parent = lane.parents.get(job.parent);
      if (parent) parent.messageId = null;
      state.log.warn({ delivery: job.id, advice: failure.message }, noThread);
      return channel;
    }
    if (after.kind === 'mend') await noteFailure(state, lane, failure, after.whom);
    job.nextAt = state.options.clock() + waitFor(state, job, after.kind === 'again' ? after.waitMs : null);
    return null;
  }
}

const noThread = 'Its thread cannot be had; the message goes to the channel.';

async function failed(
  state: PosterState,
  lane: Lane,
  job: OpenDelivery,
  error: DeliveryError,
): Promise<void> {
  const { options, log, notices } = state;
  const { clock, timing } = options;
  const note = { errorCode: error.code, advice: error.message };
  const after = afterFailure(error, job.thread !== null);
  log.info({ delivery: job.id, code: error.code, advice: error.message, err: error.cause }, 'Not posted.');
  switch (after.kind) {
    case 'look-up': {
      await record(state, job, {
        ...note,
        status: 'unknown',
        nextAt: clock() + timing.lookUpDelayMs,
        lookUps: 0,
      });
      return;
    }
    case 'again': {
      const nextAt = clock() + waitFor(state, job, after.waitMs);
      if (after.because === 'rate-limited') state.windowOf(job.thread ?? job.channel).closeUntil(nextAt);
      else closeWorkspace(state);
      await record(state, job, { ...note, status: 'planned', nextAt });
      return;
    }
    case 'degrade': {
      log.warn({ delivery: job.id, advice: error.message }, noThread);
      forgetThread(lane, job.thread);
      job.degraded = true;
      await record(state, job, { ...note, status: 'planned', nextAt: clock(), degraded: true });
      return;
    }
    case 'mend': {
      const wait = await noteFailure(state, lane, error, after.whom);
      await record(state, job, { ...note, status: 'planned', nextAt: clock() + wait });
      return;
    }
    case 'give-up': {
      if (await record(state, job, { ...note, status: 'failed' })) {
        const where = targetKey(job);
        await notices.tell(`rejected:${job.id}`, `A message for ${where} was refused: ${error.message}`, job);
        await state.settled(job);
      }
    }
  }
}

/** The platform cannot be reached: nobody else needs to find that out by a request of their own. */
function closeWorkspace(state: PosterState): void {
  const { clock, timing } = state.options;
  state.workspace.failures += 1;
  if (state.workspace.failures < 2) return;
  const wait = backOff(state.workspace.failures - 1, {
    firstMs: timing.backOffMs / 4,
    maxMs: timing.leaseMs,
  });
  state.workspace.window.closeUntil(clock() + wait);
}

function waitFor(state: PosterState, job: OpenDelivery, waitMs: number | null): number {
  const { backOffMs, maxBackOffMs } = state.options.timing;
  return waitMs ?? backOff(job.attempts, { firstMs: backOffMs, maxMs: maxBackOffMs });
}

async function record(state: PosterState, job: OpenDelivery, change: SettleChange): Promise<boolean> {
  const done = await state.options.store.settle(
    job.id,
    { status: 'sending', attempts: job.attempts },
    change,
  );
  if (!done) await state.reload(job);
  else
    Object.assign(job, {
      status: change.status,
      nextAt: change.nextAt ?? job.nextAt,
      lookUps: change.lookUps ?? job.lookUps,
    });
  return done;
}

/** Anything else that is thrown is a bug of ours: what came of the request is not known. */
function deliveryError(state: PosterState, error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  state.log.error({ err: error }, 'Posting failed in an unforeseen way.');
  return new DeliveryError('unknown-outcome', 'Posting failed in an unforeseen way; see the log.', {
    cause: error,
  });
}
