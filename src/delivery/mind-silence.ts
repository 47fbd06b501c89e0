import type { Slot } from '../digest/edition.ts';
import { noNewsMessage } from '../message/notice-message.ts';
import { type ChannelPlan, targetKey, targetOf } from './channel-plan.ts';
import type { DecidedSlot, Decision, DeliveryStore, NewDelivery } from './delivery-store.ts';
import type { Notices } from './notices.ts';
import { planMessage } from './plan-message.ts';
import type { Platform } from './platform.ts';

/** Slots in a row without news after which the channel is told. */
const quietSlots = 2;

/**
 * Tells the channel once, in one quiet line, that nothing new has come for two slots; and the operator.
 * @param decided the slots before this one, newest first
 */
export async function mindSilence(
  options: { store: Pick<DeliveryStore, 'lastEditionDates' | 'add'>; notices: Notices; clock: () => number },
  { plan, platform }: { plan: ChannelPlan; platform: Platform },
  decision: Decision,
  decided: readonly DecidedSlot[],
): Promise<void> {
  const { store, notices, clock } = options;
  const target = targetOf(plan);
  const cause = `quiet:${targetKey(target)}`;
  const quiet = quietSince(decided);
  if (decision.outcome === 'edition') {
    if (quiet >= quietSlots) await notices.mended(cause);
    return;
  }
  if (quiet + 1 !== quietSlots) return;
  const [last = null] = await store.lastEditionDates([target]);
  if (last === null) return;
  await notices.tell(
    cause,
    `Nothing new for ${plan.rules.name} in ${quietSlots} slots in a row; the last edition was on ${last}. Check that briefs still arrive in the folder.`,
  );
  await store.add(quietLine(plan, platform, last, decision.slot), clock());
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
