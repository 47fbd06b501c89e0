import type { Target } from '../delivery/channel-plan.ts';
import { composeWeekly, type Span } from '../digest/compose-weekly.ts';
import { addDays, localDate } from '../digest/local-date.ts';
import type { Weekly } from '../digest/weekly.ts';
import type { Store } from '../store/open-store.ts';

export const weekMs = 7 * 24 * 60 * 60 * 1000;

/** What a channel was told in a span of time. */
export async function weeklyOfChannel(
  store: Pick<Store, 'editionsSince'>,
  target: Target,
  week: Span,
  timezone: string,
): Promise<Weekly | null> {
  // As long a time before it is read too, for comparison; a slot may be composed a day after its date.
  const from = addDays(localDate(2 * week.since - week.until, timezone), -1);
  return composeWeekly({ editions: await store.editionsSince(target, from), week, timezone });
}
