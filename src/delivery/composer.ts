import type { Slot } from '../digest/edition.ts';
import { noNewsMessage } from '../message/notice-message.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import { type ChannelPlan, type Target, targetKey } from './channel-plan.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import type { DecidedSlot, Decision, NewDelivery } from './delivery-store.ts';
import { dueSlots, nextOwed } from './due-slots.ts';
import type { Notices } from './notices.ts';
import { planEdition } from './plan-edition.ts';
import { planMessage } from './plan-message.ts';
import type { Platform } from './platform.ts';

/** Slots in a row without news after which the channel is told. */
const quietSlots = 2;

/** Turns due slots into stored editions. */
export interface Composer {
  calendarOf(plan: ChannelPlan): Calendar;
  /** When the channel's next edition comes; null where its schedule has none. */
  next(plan: ChannelPlan, decided: readonly DecidedSlot[]): Promise<Slot | null>;
  /** Composes and stores what the channel is owed now; most calls find nothing and ask nobody. */
  due(plan: ChannelPlan, platform: Platform): Promise<void>;
  /** Composes and stores one slot, whatever the calendar says. Null where the slot was dealt with before. */
  slot(
    plan: ChannelPlan,
    platform: Platform,
    ask: { slot: Slot; at: number; expiresAt: number | null },
  ): Promise<Decision | null>;
}

export function createComposer(
  options: DeliveryOptions,
  notices: Notices,
  /** Called when messages wait to be posted. */
  added: () => void,
): Composer {
  const { store, clock, compose, log, checkpoint } = options;
  const calendars = new Map<string, Calendar>();
  /** Until when a channel is owed nothing, per channel and schedule. */
  const idleUntil = new Map<string, number>();
  let askedAt = 0;

  function calendarOf(plan: ChannelPlan): Calendar {
    return calendarFor(scheduleKey(plan));
  }

  function calendarFor(key: string): Calendar {
    const known = calendars.get(key);
    if (known) return known;
    const [pattern = '', zone = ''] = key.split('|');
    const made = createCalendar(pattern, zone);
    calendars.set(key, made);
    return made;
  }

  async function next(plan: ChannelPlan, decided: readonly DecidedSlot[]): Promise<Slot | null> {
    const now = clock();
    const known = await store.subscription(targetOf(plan));
    const key = scheduleKey(plan);
    // A schedule that the channel was not asked under yet comes into force now.
    const { since, before } = known?.schedule === key ? known : { since: now, before: known?.schedule ?? '' };
    const subscription = { since, before: before === '' ? null : calendarFor(before) };
    return nextOwed({ calendar: calendarOf(plan), subscription, decided, now });
  }

  async function slot(
    plan: ChannelPlan,
    platform: Platform,
    ask: { slot: Slot; at: number; expiresAt: number | null },
  ): Promise<Decision | null> {
    const { rules } = plan;
    const judgedTimes = await store.judgedTimes(targetOf(plan));
    const { composition, mark } = await compose(plan, ask.slot, ask.at);
    const decision: Decision = {
      judgedTimes,
      target: targetOf(plan),
      name: rules.name,
      slot: ask.slot,
      outcome: composition.edition ? 'edition' : 'nothing',
      decidedAt: clock(),
      mark,
      edition: composition.edition,
      verdicts: composition.verdicts,
      told: composition.told,
      deliveries: composition.edition ? planEdition(composition.edition, platform.renderer) : [],
      expiresAt: ask.expiresAt,
    };
    await checkpoint('before-ledger');
    const answer = await store.decide(decision);
    await checkpoint('after-ledger');
    if (answer === 'stale') return slot(plan, platform, ask);
    if (answer === 'known') return null;
    if (decision.deliveries.length > 0) added();
    log.info(
      {
        channel: rules.name,
        slot: `${ask.slot.date} ${ask.slot.time}`,
        candidates: composition.verdicts.length,
      },
      composition.edition ? 'An edition is stored.' : 'Nothing new for this slot; nothing is posted.',
    );
    return decision;
  }

  async function due(plan: ChannelPlan, platform: Platform): Promise<void> {
    const now = clock();
    if (now < askedAt) idleUntil.clear();
    askedAt = now;
    const key = scheduleKey(plan);
    const target = targetOf(plan);
    const idleKey = `${targetKey(target)} ${key}`;
    if (now < (idleUntil.get(idleKey) ?? 0)) return;
    const calendar = calendarOf(plan);
    const { since, before } = await store.subscribe(target, plan.rules.name, key, now);
    const decided = await store.decidedSlots(target, 0, 50);
    const subscription = { since, before: before === '' ? null : calendarFor(before) };
    const { post, drop } = dueSlots({ calendar, plan, subscription, decided, now });
    for (const each of drop.reverse()) await dropSlot(plan, each);
    if (post) {
      const decision = await slot(plan, platform, { ...post, at: now });
      if (decision) await mindSilence(plan, platform, decision, decided);
    }
    idleUntil.set(idleKey, calendar.next(now)?.dueAt ?? Number.MAX_SAFE_INTEGER);
  }

  async function dropSlot(
    plan: ChannelPlan,
    { slot: dropped, outcome }: { slot: Slot; outcome: 'missed' | 'skipped' },
  ): Promise<void> {
    await store.decide({
      target: targetOf(plan),
      name: plan.rules.name,
      slot: dropped,
      outcome,
      decidedAt: clock(),
      mark: null,
      judgedTimes: 0,
      edition: null,
      verdicts: [],
      told: [],
      deliveries: [],
      expiresAt: null,
    });
    log.info(
      { channel: plan.rules.name, slot: `${dropped.date} ${dropped.time}`, outcome },
      'No edition for this slot.',
    );
  }

  /** Tells the channel once, in one quiet line, that nothing new has come for two slots; and the operator. */
  async function mindSilence(
    plan: ChannelPlan,
    platform: Platform,
    decision: Decision,
    decided: readonly DecidedSlot[],
  ): Promise<void> {
    const { rules } = plan;
    const target = targetOf(plan);
    const cause = `quiet:${targetKey(target)}`;
    const quiet = quietSince(decided);
    if (decision.outcome === 'edition') {
      if (quiet >= quietSlots) await notices.mended(cause);
      return;
    }
    if (quiet + 1 !== quietSlots) return;
    const last = await store.lastEditionDate(target);
    if (last === null) return;
    await notices.tell(
      cause,
      `Nothing new for ${rules.name} in ${quietSlots} slots in a row; the last edition was on ${last}. Check that briefs still arrive in the folder.`,
    );
    await store.add(quietLine(plan, platform, last, decision.slot), clock());
  }

  return { calendarOf, next, due, slot };
}

function quietLine(plan: ChannelPlan, platform: Platform, last: string, slot: Slot): NewDelivery[] {
  const target = targetOf(plan);
  const { language } = plan.rules;
  return planMessage(
    {
      ...target,
      kind: 'notice',
      chain: `quiet:${targetKey(target)}:${last}`,
      parent: null,
      edition: null,
      language,
      stories: [],
      person: '',
    },
    noNewsMessage(last, slot.date, language),
    platform.renderer,
  );
}

/** Slots in a row, up to the newest, that brought nothing. */
export function quietSince(decided: readonly DecidedSlot[]): number {
  const judged = decided.filter((slot) => slot.outcome === 'edition' || slot.outcome === 'nothing');
  const last = judged.findIndex((slot) => slot.outcome === 'edition');
  return last === -1 ? judged.length : last;
}

export function targetOf({ rules }: ChannelPlan): Target {
  return { platform: rules.platform, workspace: rules.workspace, channel: rules.channel };
}

function scheduleKey(plan: ChannelPlan): string {
  return `${plan.schedule}|${plan.rules.timezone}`;
}
