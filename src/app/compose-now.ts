import type { ChannelSettings } from '../config/settings.ts';
import { createCalendar } from '../delivery/calendar.ts';
import type { Composition, PlatformName, Slot } from '../digest/edition.ts';
import { editionKey } from '../digest/edition-key.ts';
import type { Library } from '../library/library.ts';
import { channelPlan } from './channel-plans.ts';
import { type ComposeLedger, composeForChannels } from './compose-for-channels.ts';

/** Stands in for a workspace that was never connected to: known ids are kept at every start. */
const unknownWorkspace: Record<PlatformName, string> = { slack: 'T00000000', discord: '000000000000000000' };

/** What a channel would get, and under which key it would be stored. */
export interface ComposedNow {
  /** Edition key. */
  key: string;
  slot: Slot;
  composition: Composition;
}

/**
 * Composes a channel's edition as if now were `at`, for a look: nothing is stored or posted.
 * @returns null where the channel's schedule is never due
 */
export async function composeNow(
  entry: ChannelSettings,
  at: number,
  sources: {
    library: Pick<Library, 'scan' | 'look' | 'list' | 'briefs'>;
    store: ComposeLedger & { value(key: string): Promise<string | null> };
    clock: () => number;
  },
): Promise<ComposedNow | null> {
  const { library, store, clock } = sources;
  const workspace = (await store.value(`workspace:${entry.platform}`)) ?? unknownWorkspace[entry.platform];
  const plan = channelPlan(entry, workspace, []);
  const calendar = createCalendar(plan.schedule, plan.rules.timezone);
  const slot = calendar.last(at, 1)[0] ?? calendar.next(at);
  if (slot === null) return null;
  const compose = composeForChannels({ library, ledger: store, clock, freshMs: 0 });
  const [composed] = await compose([{ plan, slot }], at);
  return composed ? { key: editionKey(plan.rules, slot), slot, composition: composed.composition } : null;
}
