import type { Target } from '../delivery/channel-plan.ts';
import { composeWeekly } from '../digest/compose-weekly.ts';
import { addDays } from '../digest/local-date.ts';
import type { Weekly } from '../digest/weekly.ts';
import type { Store } from '../store/open-store.ts';

/** A week, and the one before for comparison. */
const daysRead = 14;

/**
 * What a channel was told in the seven days up to a local date.
 * @param until epoch ms: editions composed later do not count
 */
export async function weeklyOfChannel(
  store: Pick<Store, 'editionsSince'>,
  target: Target,
  to: string,
  until: number,
): Promise<Weekly | null> {
  const editions = await store.editionsSince(target, addDays(to, 1 - daysRead));
  return composeWeekly({ editions: editions.filter(({ edition }) => edition.composedAt <= until), to });
}
