import { afterFailure, refusalsToTell } from './after-failure.ts';
import { backOff } from './back-off.ts';
import { targetKey } from './channel-plan.ts';
import { DeliveryError } from './delivery-error.ts';
import { deliveryError } from './delivery-error-of.ts';
import type { OpenDelivery } from './delivery-store.ts';
import { forgetThread } from './forget-thread.ts';
import { knownPlace, type Lane, noThread } from './lane.ts';
import { noteDoubt } from './note-doubt.ts';
import { noteFailure, noteSuccess } from './note-health.ts';
import type { PosterState } from './poster-state.ts';
import { placeKey } from './rate-limits.ts';
import { record } from './record.ts';
import { usualWait } from './usual-wait.ts';
import { withinTime } from './within-time.ts';

/** Nobody sees a message and sets a flag on it sooner than this after it was sent. */
const unseenMs = 500;

/**
 * Posts one message: claims it in the ledger, posts it once, records what came of it.
 * Whatever happens in between, the ledger's row says what the next program must do.
 */
export async function postPart(state: PosterState, lane: Lane, job: OpenDelivery): Promise<void> {
  const { options, platform, log } = state;
  const { store, clock, timing, checkpoint, instance } = options;
  const place = knownPlace(lane, job);
  if (!place) return;
  const now = clock();
  const leaseUntil = now + timing.leaseMs;
  const degraded = job.parent !== null && place.thread === null;
  const claim = { owner: instance, now, leaseUntil, thread: place.thread, degraded };
  const payload = await store.claim(job.id, job.attempts, claim);
  if (!payload) {
    await state.withdrawExpired();
    await state.reload(job);
    return;
  }
  Object.assign(job, { status: 'sending', leaseUntil, attempts: job.attempts + 1, thread: place.thread });
  job.firstTriedAt ??= now;
  let ready: typeof payload;
  try {
    ready = await platform.prepare(payload, job.channel);
  } catch (error) {
    await failed(state, lane, job, notPosted(deliveryError(error, log)));
    return;
  }
  await checkpoint('before-request');
  // The last look before the request: a program that stood still must not post with a lease that ran out.
  if (clock() + timing.requestTimeoutMs > leaseUntil || !state.mayPost()) {
    await record(state, job, { status: 'planned', nextAt: clock() });
    return;
  }
  let messageId: string;
  const askedAt = clock();
  try {
    const answer = withinTime(
      platform.post(place, ready, job.id),
      timing.requestTimeoutMs + 1_000,
      options.alarms,
    );
    await checkpoint('request-sent');
    messageId = (await answer).messageId;
    lane.busy?.answered();
  } catch (error) {
    lane.busy?.answered();
    const failure = deliveryError(error, log);
    noteDoubt(state, lane, failure);
    await failed(state, lane, job, failure);
    return;
  }
  await checkpoint('after-answer-before-record');
  // First: who is killed between would leave the channel paused, and its next pause would not be told.
  await noteSuccess(state, lane);
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
  // The channel took what the thread did not: what else would stand there follows without asking.
  const thread = lane.parents.get(job.parent ?? '')?.ownThread ?? null;
  if (job.degraded && thread !== null) forgetThread(lane, thread);
  lane.parents.set(job.id, {
    ...{ platform: job.platform, workspace: job.workspace, channel: job.channel, kind: job.kind },
    ...{ status: 'sent', messageId, thread: place.thread, ownThread: null, threadName: job.threadName },
  });
  state.settled(job);
  if (clock() - askedAt > unseenMs) state.readFlags(job, messageId);
  await checkpoint('between-parts');
}

/** Where a picture could not be brought, nothing was posted, whatever became of the picture. */
function notPosted(error: DeliveryError): DeliveryError {
  if (error.code !== 'unknown-outcome') return error;
  return new DeliveryError('network', error.message, { cause: error });
}

async function failed(
  state: PosterState,
  lane: Lane,
  job: OpenDelivery,
  error: DeliveryError,
): Promise<void> {
  const { options, log, notices } = state;
  const { clock, timing } = options;
  const note = { errorCode: error.code, advice: error.message };
  // What was tried before another message was posted is refused for what it is.
  const refused = state.refused.get(lane.channel) ?? { since: state.startedAt, chains: new Set() };
  if (error.code === 'unforeseen' && (job.firstTriedAt ?? 0) >= refused.since)
    state.refused.set(lane.channel, { ...refused, chains: refused.chains.add(job.chain) });
  const refusals = job.refusals + 1;
  const after = afterFailure(error, {
    ...{ inThread: job.thread !== null, isDirect: job.kind === 'direct', refusals },
    // One message may be refused for what it is; where a second one is, it is the channel.
    isOfMany: refused.chains.size > 1 || lane.health?.pausedAt != null,
    isWithdrawn: job.position === 0 && job.limitAt !== null,
  });
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
      const nextAt = clock() + usualWait(state, job, after.waitMs);
      if (error.code === 'rate-limited') state.limiter.closePlace(placeKey(job), clock(), nextAt);
      await record(state, job, { ...note, status: 'planned', nextAt });
      return;
    }
    case 'refused-again': {
      const wait = backOff(refusals, { firstMs: timing.backOffMs, maxMs: timing.maxBackOffMs });
      await record(state, job, { ...note, status: 'planned', refusals, nextAt: clock() + wait });
      if (refusals < refusalsToTell) return;
      const where = targetKey(job);
      const tells = `A message for ${where} is refused again and again: ${error.message} It is tried for some hours.`;
      await notices.tell(`refused:${job.id}`, tells, job);
      return;
    }
    case 'degrade': {
      log.warn({ delivery: job.id, advice: error.message }, noThread);
      job.degraded = true;
      await record(state, job, { ...note, status: 'planned', nextAt: clock(), degraded: true });
      return;
    }
    case 'mend': {
      const wait = await noteFailure(state, lane, error, after.whom);
      await record(state, job, { ...note, status: 'planned', nextAt: clock() + wait });
      return;
    }
    case 'refused': {
      if (await record(state, job, { ...note, status: 'failed' })) state.settled(job);
      return;
    }
    case 'give-up': {
      const where = targetKey(job);
      await notices.tell(`rejected:${job.id}`, `A message for ${where} was refused: ${error.message}`, job);
      if (await record(state, job, { ...note, status: 'failed' })) state.settled(job);
    }
  }
}
