import type { Logger } from 'pino';
import { backOff } from './back-off.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import type { Health, OpenDelivery } from './delivery-store.ts';
import { findPlace } from './find-place.ts';
import { knownPlace, type Lane, type NextStep, nextStep } from './lane.ts';
import { createLease } from './lease.ts';
import { lookUp } from './look-up.ts';
import type { Notices } from './notices.ts';
import type { Place, Platform } from './platform.ts';
import { postPart } from './post-part.ts';
import { placeKey, rateLimits } from './rate-limits.ts';
import type { SkimGate } from './skim-gate.ts';
import { createSlidingWindow, type SlidingWindow } from './sliding-window.ts';

/** Posts what is open in one workspace; one program at a time does. */
export interface Poster {
  readonly platform: Platform;
  /** Whether this program is the one that posts here. */
  leads(): boolean;
  /** Does what can be done now, and sets the alarm for what can be done later. */
  turn(): void;
  /** Something new is in the ledger. */
  kick(): void;
  /** Forgets deliveries that were withdrawn. */
  drop(ids: readonly string[]): void;
  /** Waits for its turn to read history or reactions; false when stopped. */
  readTurn(): Promise<boolean>;
  stop(): Promise<void>;
}

/** What the steps of a poster work on. */
export interface PosterState {
  options: DeliveryOptions;
  platform: Platform;
  notices: Notices;
  log: Logger;
  workspace: {
    health: Health | null;
    window: SlidingWindow;
    /** Times in a row that the platform could not be reached. */
    failures: number;
    /** Who was told last to slow down. */
    limited: { channel: string; at: number } | null;
  };
  reads: SlidingWindow;
  /** Window of a channel, or of a thread where it is a channel of its own. */
  windowOf(place: string): SlidingWindow;
  /** The request of a lane leaves only now, later than it was counted. */
  sending(lane: Lane, place: Place): void;
  /** Whether the right to post is ours for long enough to post one message. */
  mayPost(): boolean;
  saveHealth(health: Health): Promise<void>;
  laneOf(channel: string): Lane;
  /** A delivery is settled: it leaves its lane. */
  settled(job: OpenDelivery): Promise<void>;
  /** The ledger is not as we thought: reads the delivery again. */
  reload(job: OpenDelivery): Promise<void>;
}

export function createPoster(
  options: DeliveryOptions,
  parts: {
    platform: Platform;
    notices: Notices;
    gate: SkimGate;
    /** Called when the last part of an edition is settled. */
    finished: (edition: string) => Promise<void>;
  },
): Poster {
  const { platform, notices, gate } = parts;
  const { store, clock, timing, alarms } = options;
  const { name, workspace } = platform;
  const limits = rateLimits[name];
  const log = options.log.child({ platform: name });
  const lease = createLease({
    store,
    name: `post:${name}:${workspace}`,
    owner: options.instance,
    clock,
    ms: timing.leaseMs,
  });
  const gateKey = `${name}:${workspace}`;
  const lanes = new Map<string, Lane>();
  const windows = new Map<string, SlidingWindow>();
  const flying = new Set<Promise<void>>();
  let lastSeq = 0;
  let pollAt = 0;
  let renewAt = 0;
  let isTurning = false;
  let again = false;
  let isStopped = false;
  let cancelAlarm = () => {};

  const state: PosterState = {
    options,
    platform,
    notices,
    log,
    workspace: { health: null, window: createSlidingWindow(limits.workspace), failures: 0, limited: null },
    reads: createSlidingWindow(limits.reads),
    windowOf,
    sending(lane, { channel, thread }) {
      if (!lane.busy) return;
      const now = clock();
      state.workspace.window.move(lane.busy.since, now);
      windowOf(placeKey({ platform: name, channel, thread })).move(lane.busy.since, now);
    },
    mayPost: () => lease.isOursFor(timing.requestTimeoutMs),
    saveHealth,
    laneOf,
    settled,
    reload,
  };

  function windowOf(place: string): SlidingWindow {
    const known = windows.get(place);
    if (known) return known;
    const made = createSlidingWindow(limits.channel);
    windows.set(place, made);
    return made;
  }

  function laneOf(channel: string): Lane {
    const known = lanes.get(channel);
    if (known) return known;
    const made: Lane = { channel, jobs: [], busy: null, parents: new Map(), health: null };
    lanes.set(channel, made);
    return made;
  }

  async function saveHealth(health: Health): Promise<void> {
    if (health.channel === '') state.workspace.health = health;
    else laneOf(health.channel).health = health;
    await store.setHealth(health);
  }

  async function settled(job: OpenDelivery): Promise<void> {
    const lane = laneOf(job.channel);
    lane.jobs = lane.jobs.filter((other) => other !== job);
    if (lane.jobs.length === 0) lane.parents.clear();
    const isEdition = job.kind === 'skim' || job.kind === 'story' || job.kind === 'full';
    if (isEdition && !lane.jobs.some((other) => other.chain === job.chain)) await parts.finished(job.chain);
  }

  /** Takes or renews the right to post; a new holder reads everything that is open. */
  async function lead(now: number): Promise<boolean> {
    const led = lease.isOursFor(0);
    if (led && now < renewAt) return true;
    if (!(await lease.hold())) {
      gate.waiting(gateKey, false, now);
      lanes.clear();
      lastSeq = 0;
      return false;
    }
    renewAt = now + timing.leaseMs / 3;
    if (led) return true;
    lanes.clear();
    lastSeq = 0;
    pollAt = 0;
    for (const health of await store.health(name, workspace))
      if (health.channel === '') state.workspace.health = health;
      else laneOf(health.channel).health = health;
    for (const edition of await store.finishedEditions(name, workspace)) await parts.finished(edition);
    return true;
  }

  async function load(now: number): Promise<void> {
    if (now < pollAt) return;
    pollAt = now + timing.pollMs;
    for (const job of await store.open(name, workspace, lastSeq)) {
      laneOf(job.channel).jobs.push(job);
      lastSeq = Math.max(lastSeq, job.seq);
    }
  }

  async function turnOnce(): Promise<void> {
    const now = clock();
    cancelAlarm();
    let wakeAt = now + timing.pollMs;
    if (await lead(now)) {
      await load(now);
      wakeAt = Math.min(wakeAt, startAll(clock()));
    }
    if (isStopped) return;
    cancelAlarm = alarms.set(Math.max(1, wakeAt - clock()), turn);
  }

  /** Starts what can start now; returns when the next thing might. */
  function startAll(now: number): number {
    const never = now + timing.pollMs;
    let wakeAt = never;
    const later = (instant: number) => {
      wakeAt = Math.min(wakeAt, instant);
    };
    const paused = state.workspace.health;
    if (paused?.pausedAt != null && (paused.probeAt > now || flying.size > 0)) {
      gate.waiting(gateKey, false, now);
      return flying.size > 0 ? never : paused.probeAt;
    }
    if (flying.size >= limits.atOnce) return never;
    const steps: { lane: Lane; step: NextStep }[] = [];
    for (const lane of lanes.values()) {
      const { step, wakeAt: laneWakes } = nextStep(lane, now);
      if (step) steps.push({ lane, step });
      else if (laneWakes !== null) later(laneWakes);
    }
    steps.sort((a, b) => a.step.rank - b.step.rank || a.step.job.seq - b.step.job.seq);
    gate.waiting(
      gateKey,
      steps.some(({ step }) => step.act === 'post' && step.job.kind === 'skim'),
      now,
    );
    for (const { lane, step } of steps) {
      if (flying.size >= limits.atOnce) break;
      const isThread = step.job.kind === 'story' && (step.act === 'post' || step.act === 'find-place');
      const freeAt = Math.max(freeFor(lane, step, now), isThread ? gate.opensAt(gateKey, now) : now);
      if (freeAt > now) {
        later(freeAt);
        continue;
      }
      start(lane, step, now);
      if (paused?.pausedAt != null) break;
    }
    return wakeAt;
  }

  const keyOf = (lane: Lane, job: OpenDelivery) =>
    placeKey({ platform: name, channel: job.channel, thread: knownPlace(lane, job)?.thread ?? null });

  function freeFor(lane: Lane, { act, job }: NextStep, now: number): number {
    if (act === 'take-over') return now;
    if (act === 'look-up') return state.reads.freeAt(now);
    if (act === 'find-place') return limits.threadIsChannel ? state.workspace.window.freeAt(now) : now;
    const place = keyOf(lane, job);
    return Math.max(state.workspace.window.freeAt(now), windowOf(place).freeAt(now));
  }

  function start(lane: Lane, { act, job }: NextStep, now: number): void {
    lane.busy = { since: now, job };
    if (act === 'look-up') state.reads.take(now);
    if (act === 'post' || (act === 'find-place' && limits.threadIsChannel)) state.workspace.window.take(now);
    if (act === 'post') windowOf(keyOf(lane, job)).take(now);
    const isSkim = act === 'post' && job.kind === 'skim';
    if (isSkim) gate.started(job.id, now);
    const flight = run(lane, act, job)
      .catch((error: unknown) => {
        // Most likely the database: the ledger says what is true, and is read again.
        log.error({ err: error, delivery: job.id }, 'A step of posting failed; it is taken up again.');
        job.nextAt = clock() + backOff(1, { firstMs: timing.backOffMs, maxMs: timing.maxBackOffMs });
      })
      .finally(() => {
        lane.busy = null;
        if (isSkim) gate.ended(job.id);
        flying.delete(flight);
        turn();
      });
    flying.add(flight);
  }

  function run(lane: Lane, act: NextStep['act'], job: OpenDelivery): Promise<void> {
    if (act === 'post') return postPart(state, lane, job);
    if (act === 'find-place') return findPlace(state, lane, job);
    if (act === 'look-up') return lookUp(state, lane, job);
    return takeOver(job);
  }

  /** Whoever was posting it is gone or stands still; whether it was posted, only the history knows. */
  async function takeOver(job: OpenDelivery): Promise<void> {
    const nextAt = clock() + timing.lookUpDelayMs;
    const isOurs = await store.settle(
      job.id,
      { status: 'sending', attempts: job.attempts, leaseBefore: clock() },
      { status: 'unknown', nextAt, lookUps: 0 },
    );
    if (isOurs) Object.assign(job, { status: 'unknown', nextAt, lookUps: 0 });
    else await reload(job);
  }

  async function reload(job: OpenDelivery): Promise<void> {
    const lane = laneOf(job.channel);
    const row = await store.openDelivery(job.id);
    if (row) Object.assign(job, row);
    else lane.jobs = lane.jobs.filter((other) => other !== job);
  }

  function turn(): void {
    if (isStopped) return;
    if (isTurning) {
      again = true;
      return;
    }
    isTurning = true;
    turnOnce()
      .catch((error: unknown) => {
        log.error({ err: error }, 'The ledger cannot be read; posting waits.');
        if (!isStopped) cancelAlarm = alarms.set(timing.pollMs, turn);
      })
      .finally(() => {
        isTurning = false;
        if (!again) return;
        again = false;
        turn();
      });
  }

  return {
    platform,
    leads: () => lease.isOursFor(0),
    turn,
    kick() {
      pollAt = 0;
      turn();
    },
    drop(ids) {
      for (const lane of lanes.values()) lane.jobs = lane.jobs.filter((job) => !ids.includes(job.id));
    },
    async readTurn() {
      while (!isStopped) {
        const now = clock();
        const freeAt = state.reads.freeAt(now);
        if (freeAt <= now) {
          state.reads.take(now);
          return true;
        }
        await new Promise<void>((resolve) => alarms.set(freeAt - now, resolve));
      }
      return false;
    },
    async stop() {
      isStopped = true;
      cancelAlarm();
      while (flying.size > 0) await Promise.allSettled(flying);
      await lease.release();
    },
  };
}
