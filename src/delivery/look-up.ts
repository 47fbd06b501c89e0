import { targetKey } from './channel-plan.ts';
import { deliveryError } from './delivery-error-of.ts';
import type { OpenDelivery } from './delivery-store.ts';
import { forgetThread } from './forget-thread.ts';
import { type Lane, noThread } from './lane.ts';
import { noteFailure, noteSuccess } from './note-health.ts';
import type { Place } from './platform.ts';
import type { PosterState } from './poster-state.ts';
import { record } from './record.ts';

/**
 * How far before the first attempt the history is read. The platform's clock dates the messages, ours the
 * attempts, and ours may be wrong by a time zone.
 */
const marginMs = 15 * 3_600_000;

/** A history that cannot be read for so long will not come back by itself in a moment. */
const passingMs = 10 * 60_000;

/**
 * Settles messages of which nobody knows whether they were posted, by reading back what the place shows.
 * A “not there” is believed only when several readings agree, for a history may lag.
 */
export async function lookUp(state: PosterState, lane: Lane, job: OpenDelivery): Promise<void> {
  const now = state.options.clock();
  const jobs = lane.jobs.filter(
    (other) => isUnsure(other) && other.thread === job.thread && (other === job || other.nextAt <= now),
  );
  const place: Place = { channel: job.channel, thread: job.thread };
  let found: Map<string, string>;
  try {
    found = await findAll(state, place, jobs);
  } catch (error) {
    await unreadable(state, lane, jobs, error);
    return;
  }
  await readable(state, lane, jobs);
  for (const each of jobs) await settleOne(state, lane, each, place, found.get(each.id));
}

/**
 * These are held no more, and where no other one of the channel is, the hold is over. Before they are settled: nobody
 * would come back to close it, and the next hold would not be told.
 */
async function readable(state: PosterState, lane: Lane, jobs: readonly OpenDelivery[]): Promise<void> {
  const [first] = jobs.filter(({ status }) => status === 'held');
  const isOver = !lane.jobs.some((other) => other.status === 'held' && !jobs.includes(other));
  if (first && isOver) await state.notices.mended(heldCause(first));
  if (first && !state.isHeldElsewhere(jobs)) await state.notices.mended(unansweredCause(first));
}

function findAll(state: PosterState, place: Place, jobs: readonly OpenDelivery[]) {
  const tried = jobs.map((each) => each.firstTriedAt ?? 0);
  const since = Math.min(...tried, state.options.clock()) - marginMs;
  return state.platform.find(
    place,
    jobs.map((each) => each.id),
    since,
  );
}

async function settleOne(
  state: PosterState,
  lane: Lane,
  job: OpenDelivery,
  place: Place,
  messageId: string | undefined,
): Promise<void> {
  const { clock, timing } = state.options;
  if (messageId !== undefined) {
    const link = state.platform.link(place, messageId);
    const sent = { status: 'sent', messageId, link, postedAt: clock(), errorCode: '', advice: '' } as const;
    // As in posting: first.
    await noteSuccess(state, lane);
    if (await record(state, job, sent)) {
      state.settled(job);
      state.readFlags(job, messageId);
    }
    return;
  }
  const lookUps = job.lookUps + 1;
  if (lookUps < timing.lookUps) {
    await record(state, job, {
      status: 'unknown',
      lookUps,
      nextAt: clock() + timing.lookUpDelayMs * (lookUps + 1),
    });
    return;
  }
  await record(state, job, { status: 'planned', lookUps, nextAt: clock() });
}

async function unreadable(
  state: PosterState,
  lane: Lane,
  jobs: readonly OpenDelivery[],
  thrown: unknown,
): Promise<void> {
  const { options, log, notices } = state;
  const { clock, timing } = options;
  const error = deliveryError(thrown, log);
  log.info({ code: error.code, advice: error.message, err: error.cause }, 'The history cannot be read.');
  const first = jobs[0];
  if (!first) return;
  if (error.code === 'not-found' && first.thread !== null && (await isChannelReadable(state, first))) {
    // The thread is gone. Slack puts a reply to a message that is gone into the channel, so they are looked for there.
    await readable(state, lane, jobs);
    forgetThread(lane, first.thread);
    log.warn({ delivery: first.id }, noThread);
    const nextAt = clock() + timing.lookUpDelayMs;
    for (const job of jobs)
      await record(state, job, { status: 'unknown', lookUps: 0, nextAt, degraded: true, thread: null });
    return;
  }
  // Answers that are errors for long are for a person to look at, too; a network that is away is of no channel.
  const unsureFor = Math.abs(clock() - (first.leaseUntil - timing.leaseMs));
  const isPassing =
    ['network', 'rate-limited'].includes(error.code) ||
    (error.code === 'unknown-outcome' && unsureFor < passingMs);
  for (const job of jobs) {
    // As long again as it has been open already: the wait doubles.
    const open = clock() - (job.firstTriedAt ?? clock());
    const doubled = Math.min(Math.max(timing.backOffMs, open), timing.maxBackOffMs);
    const wait = error.retryAfterMs ?? (isPassing ? timing.backOffMs : doubled);
    if (error.code === 'rate-limited') state.limiter.closeReadings('reading', clock() + wait);
    await record(state, job, {
      status: isPassing ? job.status : 'held',
      nextAt: clock() + wait,
      errorCode: error.code,
      advice: error.message,
    });
  }
  if (isPassing) return;
  if (error.code === 'auth') await noteFailure(state, lane, error, 'workspace');
  // Hardly of one channel: the platform, or the way to it, is in trouble.
  if (error.code === 'unknown-outcome') {
    await notices.tell(
      unansweredCause(first),
      `It is not known whether some messages reached ${first.platform}, and the history cannot be read: ${error.message} Nothing is posted again; it is settled by itself once the history can be read.`,
    );
    return;
  }
  await notices.tell(
    heldCause(first),
    `It is not known whether a message reached ${first.platform} channel ${first.channel}, and its history cannot be read: ${error.message} Nothing is posted again; it is settled by itself once the history can be read.`,
    first,
  );
}

async function isChannelReadable(state: PosterState, job: OpenDelivery): Promise<boolean> {
  try {
    await findAll(state, { channel: job.channel, thread: null }, [job]);
    return true;
  } catch {
    return false;
  }
}

function isUnsure(job: OpenDelivery): boolean {
  return job.status === 'unknown' || job.status === 'held';
}

function unansweredCause({ platform, workspace }: OpenDelivery): string {
  return `unanswered:${platform}:${workspace}`;
}

function heldCause(job: OpenDelivery): string {
  return `held:${targetKey(job)}`;
}
