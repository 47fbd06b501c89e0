import { localDate } from './local-date.ts';

/**
 * The day a channel's first edition holds: the newest local ingest date that has briefs and is not in the future.
 * @param list every brief that exists
 * @param now epoch ms
 * @param zone the channel's IANA zone
 * @returns `YYYY-MM-DD`, or null where no brief has arrived yet
 */
export function firstDay(
  list: Iterable<{ ingestedAt: number | null }>,
  now: number,
  zone: string,
): string | null {
  let newest: number | null = null;
  for (const { ingestedAt } of list) {
    if (ingestedAt !== null && ingestedAt <= now && (newest === null || ingestedAt > newest))
      newest = ingestedAt;
  }
  return newest === null ? null : localDate(newest, zone);
}
