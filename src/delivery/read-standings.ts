import type { Standing } from '../answers/standing.ts';
import type { Slot } from '../digest/edition.ts';
import { type Calendars, scheduleKey } from './calendars.ts';
import { type ChannelPlan, targetOf } from './channel-plan.ts';
import type { DecidedSlot, DeliveryStore, Health } from './delivery-store.ts';
import { nextOwed } from './due-slots.ts';
import { standingOf } from './standing.ts';

/** What the record of being on time looks back at. */
const monthMs = 31 * 86_400_000;
/** A slot a minute for more than three days. */
const slotsAtMost = 5_000;

/** How every channel stands, in the order of the settings. */
export async function readStandings(
  store: Pick<DeliveryStore, 'decidedSlots' | 'standings' | 'subscriptions' | 'health'>,
  plans: readonly ChannelPlan[],
  calendars: Calendars,
  now: number,
): Promise<Standing[]> {
  const targets = plans.map(targetOf);
  const decided = await store.decidedSlots(targets, now - monthMs, slotsAtMost);
  const last = await store.standings(targets);
  const subscriptions = await store.subscriptions(targets);
  const health = new Map<string, Health[]>();
  for (const { platform, workspace } of targets) {
    const key = `${platform}:${workspace}`;
    if (!health.has(key)) health.set(key, await store.health(platform, workspace));
  }
  function nextSlot(
    plan: ChannelPlan,
    known: { schedule: string; since: number; before: string } | null,
    slots: readonly DecidedSlot[],
  ): Slot | null {
    // A schedule that the channel was not asked under yet comes into force now.
    const isKnown = known?.schedule === scheduleKey(plan);
    const { since, before } = known && isKnown ? known : { since: now, before: known?.schedule ?? '' };
    const subscription = { since, before: calendars.named(before) };
    return nextOwed({ calendar: calendars.of(plan), subscription, decided: slots, now });
  }

  return plans.map((plan, index) =>
    standingOf({
      ...{ plan, now, next: nextSlot(plan, subscriptions[index] ?? null, decided[index] ?? []) },
      decided: decided[index] ?? [],
      last: last[index] ?? null,
      health: health.get(`${plan.rules.platform}:${plan.rules.workspace}`) ?? [],
    }),
  );
}
