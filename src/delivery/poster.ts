import { backOff } from './back-off.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { flaggableKinds, type Health, isOfEdition, type OpenDelivery } from './delivery-store.ts';
import { findPlace } from './find-place.ts';
import type { Finisher } from './finish-editions.ts';
import { createFlagReader } from './flag-reader.ts';
import type { Lane, NextStep } from './lane.ts';
import { createLanes, spreadHealth } from './lanes.ts';
import { createLease } from './lease.ts';
import { type Asking, createLimiter } from './limiter.ts';
import { lookUp } from './look-up.ts';
import { probeRank } from './note-doubt.ts';
import type { Notices } from './notices.ts';
import type { Place, Platform } from './platform.ts';
import { postPart } from './post-part.ts';
import type { PosterState } from './poster-state.ts';
import { putOffUntil } from './put-off.ts';
import { placeKey, rateLimits } from './rate-limits.ts';
import { askingOf, isSkim, type ReadyStep, readySteps } from './ready-steps.ts';
import { patienceMs, type SkimGate } from './skim-gate.ts';
import { takeOver } from './take-over.ts';

/** Flags on older messages get no answer. */
const fortnightMs = 14 * 86_400_000;

/** Requests that have been under way for so long hang: so many more of them may be, beside those that do not. */
const hangingMs = 2_000;
const mostHanging = 60;

/** Posts what is open in one workspace; one program at a time does. */
export interface Poster {
  readonly platform: Platform;
  /** Whether this program is the one that posts here. */
  leads(): boolean;
  /** Whether it is for long enough to make one request. */
  mayPost(): boolean;
  /** Does what can be done now, and sets the alarm for what can be done later. */
  turn(): void;
  /** Something new is in the ledger. */
  kick(): void;
  /** What broke off its last turn or step, and when; it takes it up again by itself. null while all goes well. */
  trouble(): { error: Error; at: number } | null;
  /** Takes back the editions whose time is over and of which nothing can have been posted. */
  withdrawExpired(): Promise<void>;
  /** Channels in which nothing is to be tried now; '' stands for all of them. */
  paused(): string[];
  /** Counts a change of a message that is about to be asked for; null where the limits leave no room now. Call what it returns at the answer. */
  takeEdit(place: Place): ((answeredAt: number) => void) | null;
  /** The platform said so: no changes there before the instant. */
  closeEdits(place: Place, until: number): void;
  /** Reads the reactions on our messages of the last 14 days; see FlagReader. */
  sweepFlags(): Promise<void>;
  /** Resolves when nothing is in flight. */
  stop(): Promise<void>;
  /** After stopping: gives the right to post up at once, and resolves when nothing is being read, either. */
  release(): Promise<void>;
}

export function createPoster(
  options: DeliveryOptions,
  parts: {
    platform: Platform;
    notices: Notices;
    gate: SkimGate;
    /** Told of editions whose last part is settled. */
    finisher: Pick<Finisher, 'add'>;
  },
): Poster {
  const { platform, notices, gate } = parts;
  const { store, clock, timing, alarms } = options;
  const { name, workspace } = platform;
  const limits = rateLimits[name];
  const log = options.log.child({ platform: name });
  const leaseOf = { name: `post:${name}:${workspace}`, owner: options.instance, ms: timing.leaseMs };
  const lease = createLease({ store, clock, ...leaseOf });
  const gateKey = `${name}:${workspace}`;
  const lanes = createLanes(store, { platform: name, workspace });
  const limiter = createLimiter(limits);
  /** Steps under way, and when each began. */
  const flying = new Map<Promise<void>, number>();
  let pollAt = 0;
  let renewAt = 0;
  /** What was posted here before we did fills the limits. */
  let knowsPast = false;
  /** The lease is ours, and what it needs was read. */
  let isLeading = false;
  /** Another program had it since. */
  let isSucceeding = false;
  let turning: Promise<void> | null = null;
  let again = false;
  let isStopped = false;
  let cancelAlarm = () => {};
  let trouble: { error: Error; at: number } | null = null;

  const state: PosterState = {
    ...{ options, platform, notices, log, limiter, startedAt: clock(), refused: new Map() },
    workspace: { health: null, doubt: null, failAlone: new Set() },
    mayPost: () => lease.isOursFor(timing.requestTimeoutMs),
    withdrawExpired,
    async saveHealth(health) {
      await store.setHealth(health);
      if (health.channel === '') state.workspace.health = health;
      else lanes.of(health.channel).health = health;
    },
    settled(job) {
      const isLast = lanes.remove(job);
      if (isOfEdition(job.kind) && isLast) parts.finisher.add([job.chain]);
    },
    readFlags({ kind, channel, thread }, messageId) {
      if (!flaggableKinds.includes(kind)) return;
      flags.read({ platform: name, workspace, channel, thread, messageId });
    },
    sweepFlags,
    readsAgain: (channel) => flags.worksAgain(channel),
    isHeldElsewhere: (jobs) =>
      [...lanes.all()].some((lane) => lane.jobs.some((job) => job.status === 'held' && !jobs.includes(job))),
    async reload(job) {
      if (!(await lanes.reload(job))) state.settled(job);
    },
  };
  const flags = createFlagReader({
    ...{ platform, clock, alarms, timing, log },
    ...{ onFlag: options.onFlag, isFlag: options.isFlag, turn: flagsTurn },
    list: () => store.flaggable(name, workspace, clock() - fortnightMs),
    rest: (ms) => limiter.closeReadings('flags', clock() + ms),
  });

  function sweepFlags(): void {
    flags.sweep().catch((error: unknown) => log.warn({ err: error }, 'Reactions could not be read.'));
  }

  /** Waits for room to read reactions; false when stopped. */
  async function flagsTurn(): Promise<boolean> {
    while (!isStopped) {
      const now = clock();
      const freeAt = limiter.freeAt({ kind: 'flags' }, now);
      if (freeAt <= now) {
        limiter.take({ kind: 'flags' }, now)(now);
        return true;
      }
      await new Promise<void>((resolve) => alarms.set(Math.min(freeAt - now, timing.pollMs), resolve));
    }
    return false;
  }

  async function withdrawExpired(): Promise<void> {
    for (const expired of await store.withdrawExpired(name, workspace, clock())) {
      lanes.drop(expired.deliveries);
      log.warn(
        { channel: expired.name, edition: expired.key },
        'The edition could not be posted in time; its news joins the next one.',
      );
    }
  }

  /** Takes or renews the right to post; a new holder reads everything that is open. */
  async function lead(now: number): Promise<boolean> {
    const led = isLeading && lease.isOursFor(0);
    if (led && now < renewAt) return true;
    if (!led) isSucceeding ||= ![null, options.instance].includes(await store.holder(leaseOf.name));
    const holds = await lease.hold();
    if (holds) renewAt = now + timing.leaseMs / 3;
    else gate.waiting(gateKey, false, now);
    if (holds && led) return true;
    isLeading = false;
    lanes.clear();
    pollAt = 0;
    if (!holds) return false;
    if (!knowsPast || isSucceeding) await recall(now);
    knowsPast = true;
    state.workspace.health = spreadHealth(lanes, await store.health(name, workspace));
    state.workspace.doubt = null;
    parts.finisher.add(await store.finishedEditions(name, workspace));
    isLeading = true;
    if (!isSucceeding) return true;
    isSucceeding = false;
    // Whoever posted before may have ended before it had read what it was to read.
    sweepFlags();
    return true;
  }

  /** What was posted and changed a moment ago, by whom ever, counts as what the limits allow. */
  async function recall(now: number): Promise<void> {
    const longest = [limits.workspace, limits.channel, limits.edits.workspace, limits.edits.channel];
    const since = now - Math.max(...longest.map(({ ms }) => ms));
    const { asked, closed } = await store.recentRequests(name, workspace, since);
    for (const { kind, at, ...place } of asked) {
      const askedAt = Math.min(at, now);
      limiter.take({ kind, place: placeKey({ platform: name, ...place }) }, askedAt)(askedAt);
    }
    for (const { until, ...place } of closed)
      limiter.closePlace(placeKey({ platform: name, ...place }), now, until);
  }

  async function turnOnce(): Promise<void> {
    const now = clock();
    cancelAlarm();
    let wakeAt = now + timing.pollMs;
    if (await lead(now)) {
      if (now >= pollAt) {
        pollAt = now + timing.pollMs;
        await withdrawExpired();
        await lanes.load();
      }
      if (isStopped) return;
      wakeAt = Math.min(wakeAt, startAll(clock()));
    }
    if (isStopped) return;
    cancelAlarm = alarms.set(Math.max(1, wakeAt - clock()), turn);
  }

  /** Starts what can start now; returns when the next thing might. */
  function startAll(now: number): number {
    const never = now + timing.pollMs;
    const { health, doubt } = state.workspace;
    const probeAt = putOffUntil(Math.max(pausedUntil(health), doubt?.probeAt ?? 0), now);
    const atOnce = probeAt > 0 ? 1 : limits.atOnce;
    if (probeAt > now || (probeAt > 0 && flying.size > 0)) {
      gate.waiting(gateKey, false, now);
      return flying.size > 0 ? never : probeAt;
    }
    if (isFull(atOnce, now)) return never;
    let openAt = limiter.openAt(now);
    // Open again in a moment: what else there is to do is seen then. To look through all lanes takes time.
    if (openAt > now && openAt <= now + limits.helping.ms) return openAt;
    const { steps, wakeAt } = readySteps(lanes.all(), now);
    if (doubt && probeAt > 0) {
      // What is read says nothing of whether messages get through; what waited longest goes before what was just tried.
      const rank = ({ lane, step }: ReadyStep) => (step.act === 'look-up' ? 1 : probeRank(doubt, lane));
      steps.sort((a, b) => rank(a) - rank(b) || a.step.since - b.step.since);
    }
    let nextAt = Math.min(never, wakeAt);
    // One whose channel was told to wait keeps no threads of other channels back.
    const goesSoon = ({ lane, step }: ReadyStep) => {
      const asking = askingOf(name, lane, step);
      return asking === null || limiter.freeAt(asking, now) <= openAt + patienceMs;
    };
    gate.waiting(
      gateKey,
      steps.some((each) => isSkim(each) && goesSoon(each)),
      now,
    );
    for (const { lane, step } of steps) {
      if (isFull(atOnce, now)) break;
      const asking = askingOf(name, lane, step);
      const isThread = step.job.kind === 'story' && (step.act === 'post' || step.act === 'find-place');
      const gateAt = isThread ? gate.opensAt(gateKey, now) : now;
      // Most wait for the workspace: its place is asked about only when that is open.
      const waitsFor = asking !== null && asking.kind !== 'reading' && openAt > now ? openAt : null;
      const freeAt = Math.max(gateAt, waitsFor ?? (asking ? limiter.freeAt(asking, now) : now));
      if (freeAt > now) {
        nextAt = Math.min(nextAt, freeAt);
        continue;
      }
      start({ lane, step }, asking, now);
      openAt = limiter.openAt(now);
    }
    return nextAt;
  }

  /** Those that hang keep nothing else waiting, as long as they are not too many. */
  function isFull(atOnce: number, now: number): boolean {
    const begun = [...flying.values()].filter((at) => now - at < hangingMs && now >= at);
    return begun.length >= atOnce || flying.size >= atOnce + mostHanging;
  }

  function start({ lane, step }: ReadyStep, asking: Asking | null, now: number): void {
    const { act, job } = step;
    const answered = asking ? limiter.take(asking, now) : () => {};
    lane.busy = { job, answered: () => answered(clock()) };
    const isFirst = isSkim({ step });
    if (isFirst) gate.started(job.id, now);
    const flight = run(lane, act, job)
      .then(() => {
        trouble = null;
      })
      .catch((error: Error) => {
        trouble = { error, at: clock() };
        // Most likely the database: the ledger says what is true, and is read again.
        log.error({ err: error, delivery: job.id }, 'A step of posting failed; it is taken up again.');
        job.nextAt = clock() + backOff(1, { firstMs: timing.backOffMs, maxMs: timing.maxBackOffMs });
      })
      .finally(() => {
        answered(clock());
        lane.busy = null;
        if (isFirst) gate.ended(job.id);
        flying.delete(flight);
        turn();
      });
    flying.set(flight, now);
  }

  function run(lane: Lane, act: NextStep['act'], job: OpenDelivery): Promise<void> {
    if (act === 'post') return postPart(state, lane, job);
    if (act === 'find-place') return findPlace(state, lane, job);
    if (act === 'look-up') return lookUp(state, lane, job);
    return takeOver(state, job);
  }

  function turn(): void {
    if (isStopped) return;
    if (turning !== null) {
      again = true;
      return;
    }
    turning = turnOnce()
      .catch((error: Error) => {
        trouble = { error, at: clock() };
        log.error({ err: error }, 'The ledger cannot be read; posting waits.');
        if (!isStopped) cancelAlarm = alarms.set(timing.pollMs, turn);
      })
      .finally(() => {
        turning = null;
        if (!again) return;
        again = false;
        turn();
      });
  }

  return {
    platform,
    leads: () => lease.isOursFor(0),
    mayPost: state.mayPost,
    turn,
    kick() {
      pollAt = 0;
      turn();
    },
    trouble: () => trouble,
    withdrawExpired,
    paused() {
      const now = clock();
      const known = [state.workspace.health, ...[...lanes.all()].map(({ health }) => health)];
      return known.flatMap((health) =>
        health && putOffUntil(pausedUntil(health), now) > now ? [health.channel] : [],
      );
    },
    takeEdit(place) {
      const asking: Asking = { kind: 'edit', place: placeKey({ platform: name, ...place }) };
      const now = clock();
      return limiter.freeAt(asking, now) > now ? null : limiter.take(asking, now);
    },
    closeEdits: (place, until) => limiter.closeEdits(placeKey({ platform: name, ...place }), clock(), until),
    sweepFlags: flags.sweep,
    async stop() {
      isStopped = true;
      cancelAlarm();
      void flags.stop();
      await turning;
      while (flying.size > 0) await Promise.allSettled(flying.keys());
    },
    async release() {
      await lease.release();
      await flags.stop();
    },
  };
}

/** Until when a pause lets nothing be tried; 0 = it is not paused. */
function pausedUntil(health: Health | null): number {
  return health?.pausedAt == null ? 0 : health.probeAt;
}
