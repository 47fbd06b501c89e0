import type { Health, OpenDelivery, Parent } from './delivery-store.ts';
import type { Place } from './platform.ts';
import { longestLeaseMs, putOffUntil } from './put-off.ts';

/** What is open in one channel, in the order it entered the ledger. */
export interface Lane {
  channel: string;
  jobs: OpenDelivery[];
  /** The step under way; null while there is none. One at a time. `answered`: what it asked the platform is answered. */
  busy: { job: OpenDelivery; answered: () => void } | null;
  /** Messages that others stand under, as far as this program knows them. */
  parents: Map<string, Parent>;
  /** How often the platform failed to open the thread under a message. */
  threadTries: Map<string, number>;
  health: Health | null;
}

/** What can be done next in a lane. */
export interface NextStep {
  job: OpenDelivery;
  act: 'post' | 'find-place' | 'look-up' | 'take-over';
  /** 0 = somebody waits for it, 1 = a channel's first look at an edition, 2 = threads. */
  rank: 0 | 1 | 2;
  /** Since when it could have been done. */
  since: number;
}

const rankOf: Record<OpenDelivery['kind'], 0 | 1 | 2> = {
  reply: 0,
  share: 0,
  notice: 1,
  direct: 2,
  skim: 1,
  full: 1,
  weekly: 1,
  story: 2,
};

/**
 * Finds what a lane can do now: the first of each chain that is ready, the most urgent of them;
 * else when it is worth asking again (null = only when something changes).
 */
export function nextStep(lane: Lane, now: number): { step: NextStep | null; wakeAt: number | null } {
  if (lane.busy || lane.jobs.length === 0) return { step: null, wakeAt: null };
  const isPaused = lane.health?.pausedAt != null;
  const probeAt = isPaused ? putOffUntil(lane.health?.probeAt ?? 0, now) : 0;
  const seen = new Set<string>();
  let step: Omit<NextStep, 'act'> | null = null;
  let wakeAt: number | null = null;
  for (const job of lane.jobs) {
    const isFirst = !seen.has(job.chain);
    seen.add(job.chain);
    if (!isFirst || (job.parent !== null && lane.jobs.some((other) => other.id === job.parent))) continue;
    const leaseUntil = job.status === 'sending' ? putOffUntil(job.leaseUntil + 1, now, longestLeaseMs) : 0;
    const own = Math.max(leaseUntil, putOffUntil(job.nextAt, now));
    const readyAt = Math.max(own, probeAt);
    if (readyAt > now) {
      if (wakeAt === null || readyAt < wakeAt) wakeAt = readyAt;
      continue;
    }
    // In a paused channel nobody waits for anything: what was not tried for longest shows whether it works again.
    const rank = isPaused ? 2 : rankOf[job.kind];
    // What failed a moment ago keeps nothing back that was not tried since.
    const isSooner = !step || rank < step.rank || (rank === step.rank && own < step.since);
    if (isSooner) step = { job, rank, since: own };
  }
  return { step: step && { ...step, act: actOf(lane, step.job) }, wakeAt };
}

function actOf(lane: Lane, job: OpenDelivery): NextStep['act'] {
  if (job.status === 'sending') return 'take-over';
  if (job.status !== 'planned') return 'look-up';
  return knownPlace(lane, job) ? 'post' : 'find-place';
}

/** How it is logged that a message goes to the channel instead of its thread. */
export const noThread = 'Its thread cannot be had; the message goes to the channel.';

/**
 * Where a message goes, as far as the lane knows; null where that has to be found out first.
 * Under a message that was never posted, or whose thread cannot be had, it goes to the channel.
 */
export function knownPlace(lane: Lane, job: OpenDelivery): Place | null {
  const { channel } = job;
  if (job.parent === null || job.degraded) return { channel, thread: null };
  const parent = lane.parents.get(job.parent);
  if (!parent) return null;
  if (parent.messageId === null) return { channel, thread: null };
  const thread = parent.thread ?? parent.ownThread;
  return thread === null ? null : { channel, thread };
}
