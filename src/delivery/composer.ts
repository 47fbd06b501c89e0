import type { Slot } from '../digest/edition.ts';
import type { Calendars } from './calendars.ts';
import { scheduleKey } from './calendars.ts';
import { type ChannelPlan, targetKey, targetOf } from './channel-plan.ts';
import type { Composed, DeliveryOptions } from './delivery-options.ts';
import type { DecidedSlot, Decision } from './delivery-store.ts';
import { dueSlots } from './due-slots.ts';
import { mindSilence } from './mind-silence.ts';
import type { Notices } from './notices.ts';
import { planEdition } from './plan-edition.ts';
import type { Platform } from './platform.ts';

/** A channel, and where it is posted. */
export interface Work {
  plan: ChannelPlan;
  platform: Platform;
}

/** A slot to compose. */
export interface SlotAsk extends Work {
  slot: Slot;
  /** When its edition is withdrawn where nothing of it was posted; null = never. */
  expiresAt: number | null;
}

/** Turns due slots into stored editions. */
export interface Composer {
  /**
   * Composes and stores what channels are owed now, a few at a time, as long as `goesOn`; where nothing is due
   * nobody is asked. One channel's failure is logged and spares the others.
   */
  due(works: readonly Work[], goesOn: () => boolean): Promise<void>;
  /**
   * Composes and stores slots, whatever the calendar says; at most one of a channel.
   * @returns null for one that was dealt with before
   */
  slots(asks: readonly SlotAsk[], at: number): Promise<(Decision | null)[]>;
}

/** Channels composed and stored together: what the ledger is asked for them it is asked once. */
const together = 10;
/** A database that is slow, or a machine that stood still, is no work that others must wait for as long, ms. */
const mostRestMs = 100;

export function createComposer(
  options: DeliveryOptions,
  calendars: Calendars,
  notices: Notices,
  /** Called when messages wait to be posted. */
  added: () => void,
): Composer {
  const { store, clock, alarms, compose, log, checkpoint } = options;
  /** Until when a channel is owed nothing, per channel and schedule. */
  const idleUntil = new Map<string, number>();
  let askedAt = 0;

  async function slots(asks: readonly SlotAsk[], at: number): Promise<(Decision | null)[]> {
    if (asks.length === 0) return [];
    const judgedTimes = await store.judgedTimes(asks.map(({ plan }) => targetOf(plan)));
    const composed = await compose(asks, at);
    const decisions = asks.map((ask, index) => {
      const each = composed[index];
      if (!each) throw new Error('A composition is missing.');
      return decisionOn(ask, each, judgedTimes[index] ?? 0, clock());
    });
    await checkpoint('before-ledger');
    const answers = await store.decide(decisions);
    await checkpoint('after-ledger');
    const stored = decisions.map((decision, index) => (answers[index] === 'stored' ? decision : null));
    if (stored.some((decision) => decision?.edition)) added();
    for (const decision of stored) if (decision) logDecision(decision);
    const stale = asks.filter((_ask, index) => answers[index] === 'stale');
    const again = await slots(stale, at);
    return asks.map((ask, index) => {
      const place = stale.indexOf(ask);
      return place === -1 ? (stored[index] ?? null) : (again[place] ?? null);
    });
  }

  function logDecision({ name, slot, verdicts, outcome }: Decision): void {
    log.info(
      { channel: name, slot: `${slot.date} ${slot.time}`, candidates: verdicts.length },
      outcome === 'edition' ? 'An edition is stored.' : 'Nothing new for this slot; nothing is posted.',
    );
  }

  async function due(works: readonly Work[], goesOn: () => boolean): Promise<void> {
    const now = clock();
    if (now < askedAt) idleUntil.clear();
    askedAt = now;
    const awake = works.filter(({ plan }) => now >= (idleUntil.get(idleKey(plan)) ?? 0));
    for (let first = 0; first < awake.length && goesOn(); first += together) {
      const began = performance.now();
      const some = awake.slice(first, first + together);
      try {
        await dueTogether(some);
      } catch {
        for (const work of some) await dueAlone(work);
      }
      if (first + together >= awake.length) return;
      // What was stored goes out while the next ones are composed: it gets as much of the processor as they do.
      const rest = Math.min(mostRestMs, performance.now() - began);
      await new Promise<void>((resolve) => void alarms.set(rest, resolve));
    }
  }

  async function dueAlone(work: Work): Promise<void> {
    try {
      await dueTogether([work]);
    } catch (error) {
      const { name } = work.plan.rules;
      log.error(
        { err: error, channel: name },
        'An edition could not be composed; the next tick tries again.',
      );
    }
  }

  async function dueTogether(works: readonly Work[]): Promise<void> {
    const now = clock();
    const targets = works.map(({ plan }) => targetOf(plan));
    const entries = works.map(({ plan }) => ({
      ...{ target: targetOf(plan), name: plan.rules.name, schedule: scheduleKey(plan) },
    }));
    const subscriptions = await store.subscribe(entries, now);
    const decided = await store.decidedSlots(targets, 0, 50);
    const owed = works.map(({ plan }, index) => {
      const { since, before } = subscriptions[index] ?? { since: now, before: '' };
      return dueSlots({
        ...{ calendar: calendars.of(plan), plan, now },
        subscription: { since, before: calendars.named(before) },
        decided: decided[index] ?? [],
      });
    });
    await drop(works.flatMap(({ plan }, index) => dropped(plan, owed[index]?.drop ?? [], now)));
    const asks: SlotAsk[] = works.flatMap((work, index) => {
      const post = owed[index]?.post;
      return post ? [{ ...work, ...post }] : [];
    });
    const stored = await slots(asks, now);
    for (const [index, work] of works.entries()) {
      const decision = stored[asks.findIndex(({ plan }) => plan === work.plan)] ?? null;
      const known = decided[index] ?? [];
      await mindSilence({ store, notices, clock }, work, decision ? [asDecided(decision), ...known] : known);
    }
    for (const { plan } of works)
      idleUntil.set(idleKey(plan), calendars.of(plan).next(now)?.dueAt ?? Number.MAX_SAFE_INTEGER);
  }

  async function drop(decisions: readonly Decision[]): Promise<void> {
    if (decisions.length === 0) return;
    await store.decide(decisions);
    for (const { name, slot, outcome } of decisions)
      log.info({ channel: name, slot: `${slot.date} ${slot.time}`, outcome }, 'No edition for this slot.');
  }

  return { due, slots };
}

function idleKey(plan: ChannelPlan): string {
  return `${targetKey(targetOf(plan))} ${scheduleKey(plan)}`;
}

function decisionOn(
  { plan, platform, slot, expiresAt }: SlotAsk,
  { composition, mark }: Composed,
  judgedTimes: number,
  decidedAt: number,
): Decision {
  const { edition, verdicts, told } = composition;
  return {
    ...{ judgedTimes, target: targetOf(plan), name: plan.rules.name, slot, decidedAt, mark },
    ...{ outcome: edition ? 'edition' : 'nothing', edition, verdicts, told, expiresAt },
    deliveries: edition ? planEdition(edition, platform.renderer) : [],
  };
}

function asDecided({ slot, outcome, decidedAt }: Decision): DecidedSlot {
  return { ...slot, outcome, decidedAt, postedAt: null };
}

/** Oldest first. */
function dropped(
  plan: ChannelPlan,
  slots: readonly { slot: Slot; outcome: 'missed' | 'skipped' }[],
  decidedAt: number,
): Decision[] {
  return [...slots].reverse().map(({ slot, outcome }) => ({
    ...{ target: targetOf(plan), name: plan.rules.name, slot, outcome, decidedAt },
    ...{ mark: null, judgedTimes: 0, edition: null, verdicts: [], told: [], deliveries: [], expiresAt: null },
  }));
}
