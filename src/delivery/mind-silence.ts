import type { Slot } from '../digest/edition.ts';
import { noNewsMessage } from '../message/notice-message.ts';
import { type ChannelPlan, targetKey, targetOf } from './channel-plan.ts';
import type { DecidedSlot, DeliveryStore, NewDelivery } from './delivery-store.ts';
import type { Notices } from './notices.ts';
import { planMessage } from './plan-message.ts';
import type { Platform } from './platform.ts';

/** Slots in a row without news after which the channel is told. */
const quietSlots = 2;

/**
 * Tells the channel once, in one quiet line, that nothing new has come for two slots; and the operator. Safe to
 * repeat: a silence is known by the edition before it.
 * @param decided the slots that were dealt with, newest first
 */
export async function mindSilence(
  options: { store: Pick<DeliveryStore, 'lastEditions' | 'add'>; notices: Notices; clock: () => number },
  { plan, platform }: { plan: ChannelPlan; platform: Platform },
  decided: readonly DecidedSlot[],
): Promise<void> {
  const { store, notices, clock } = options;
  const [newest] = decided;
  if (!newest || quietSince(decided, null) < quietSlots) return;
  const target = targetOf(plan);
  const [last = null] = await store.lastEditions([target]);
  if (last === null) {
    await notices.tell(
      `quiet:${targetKey(target)}:never`,
      `Nothing was found for ${plan.rules.name} in ${quietSlots} slots in a row, and it never had an edition. Check that briefs arrive in the folder, and that its topics are not too narrow.`,
    );
    return;
  }
  if (quietSince(decided, last) < quietSlots) return;
  const silence = `quiet:${targetKey(target)}:${last.date}:${last.time}`;
  await notices.tell(
    silence,
    `Nothing new for ${plan.rules.name} in ${quietSlots} slots in a row; the last edition was on ${last.date}. Check that briefs still arrive in the folder.`,
  );
  await store.add(quietLine(plan, platform, silence, last.date, newest), clock());
}

function quietLine(
  plan: ChannelPlan,
  platform: Platform,
  chain: string,
  last: string,
  slot: Slot,
): NewDelivery[] {
  const target = targetOf(plan);
  const { language } = plan.rules;
  return planMessage(
    {
      ...target,
      kind: 'notice',
      chain,
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

/**
 * Slots in a row, up to the newest, that brought nothing.
 * @param last the last edition, asked for by hand or not; null where there is none, or it is not known
 */
export function quietSince(decided: readonly DecidedSlot[], last: Pick<Slot, 'dueAt'> | null): number {
  const edition = decided.findIndex((slot) => slot.outcome === 'edition');
  const since = edition === -1 ? decided : decided.slice(0, edition);
  return since.filter((slot) => slot.outcome === 'nothing' && slot.dueAt > (last?.dueAt ?? 0)).length;
}
