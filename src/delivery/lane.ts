import type { Health, OpenDelivery, Parent } from './delivery-store.ts';

/** What is open in one channel, in the order it entered the ledger. */
export interface Lane {
  channel: string;
  jobs: OpenDelivery[];
  /** When the request under way began, and for what; null while there is none. One at a time. */
  busy: { since: number; job: OpenDelivery } | null;
  /** Messages that others stand under, as far as this program knows them. */
  parents: Map<string, Parent>;
  health: Health | null;
}

/** What can be done next in a lane. */
export interface NextStep {
  job: OpenDelivery;
  act: 'post' | 'look-up' | 'take-over';
  /** 0 = somebody waits for it, 1 = a channel's first look at an edition, 2 = threads. */
  rank: 0 | 1 | 2;
}

const rankOf: Record<OpenDelivery['kind'], 0 | 1 | 2> = {
  reply: 0,
  share: 0,
  notice: 1,
  skim: 1,
  full: 1,
  story: 2,
};

/**
 * Finds what a lane can do now: the first of each chain that is ready, the most urgent of them;
 * else when it is worth asking again (null = only when something changes).
 */
export function nextStep(lane: Lane, now: number): { step: NextStep | null; wakeAt: number | null } {
  if (lane.busy) return { step: null, wakeAt: null };
  const probeAt = lane.health?.pausedAt == null ? 0 : lane.health.probeAt;
  const seen = new Set<string>();
  let step: NextStep | null = null;
  let wakeAt: number | null = null;
  for (const job of lane.jobs) {
    const isFirst = !seen.has(job.chain);
    seen.add(job.chain);
    if (!isFirst || (job.parent !== null && lane.jobs.some((other) => other.id === job.parent))) continue;
    const readyAt = Math.max(job.status === 'sending' ? job.leaseUntil + 1 : job.nextAt, probeAt);
    if (readyAt > now) {
      if (wakeAt === null || readyAt < wakeAt) wakeAt = readyAt;
      continue;
    }
    const rank = rankOf[job.kind];
    if (!step || rank < step.rank) step = { job, act: actOf(job), rank };
  }
  return { step, wakeAt };
}

function actOf(job: OpenDelivery): NextStep['act'] {
  if (job.status === 'sending') return 'take-over';
  return job.status === 'planned' ? 'post' : 'look-up';
}
