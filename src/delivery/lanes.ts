import type { DeliveryStore, Health, OpenDelivery } from './delivery-store.ts';
import type { Lane } from './lane.ts';

/** What is open in the channels of one workspace, as the ledger last said. */
export interface Lanes {
  of(channel: string): Lane;
  all(): Iterable<Lane>;
  /** Reads what has entered the ledger since the last time. */
  load(): Promise<void>;
  /** Forgets everything, so that `load` reads it all again. */
  clear(): void;
  /** Takes a delivery out; true where nothing of its chain is open any more. */
  remove(job: OpenDelivery): boolean;
  drop(ids: readonly string[]): void;
  /** Reads one delivery again; false where it is settled. */
  reload(job: OpenDelivery): Promise<boolean>;
}

export function createLanes(
  store: Pick<DeliveryStore, 'open' | 'openDelivery'>,
  of: { platform: 'slack' | 'discord'; workspace: string },
): Lanes {
  const lanes = new Map<string, Lane>();
  let lastSeq = 0;

  function laneOf(channel: string): Lane {
    const known = lanes.get(channel);
    if (known) return known;
    const made: Lane = {
      ...{ channel, jobs: [], busy: null, health: null },
      ...{ parents: new Map(), threadTries: new Map() },
    };
    lanes.set(channel, made);
    return made;
  }

  return {
    of: laneOf,
    all: () => lanes.values(),
    async load() {
      for (const job of await store.open(of.platform, of.workspace, lastSeq)) {
        laneOf(job.channel).jobs.push(job);
        lastSeq = Math.max(lastSeq, job.seq);
      }
    },
    clear() {
      lanes.clear();
      lastSeq = 0;
    },
    remove(job) {
      const lane = laneOf(job.channel);
      lane.jobs = lane.jobs.filter((other) => other !== job);
      if (lane.jobs.length === 0) {
        lane.parents.clear();
        lane.threadTries.clear();
      }
      return !lane.jobs.some((other) => other.chain === job.chain);
    },
    drop(ids) {
      const gone = new Set(ids);
      for (const lane of lanes.values()) lane.jobs = lane.jobs.filter((job) => !gone.has(job.id));
    },
    async reload(job) {
      const row = await store.openDelivery(job.id);
      if (row) Object.assign(job, row);
      return row !== null;
    },
  };
}

/** Puts what is known of the channels' health where posting looks for it. */
export function spreadHealth(lanes: Lanes, known: readonly Health[]): Health | null {
  let workspace: Health | null = null;
  for (const health of known)
    if (health.channel === '') workspace = health;
    else lanes.of(health.channel).health = health;
  return workspace;
}
