import { firstDay } from '../digest/first-day.ts';
import { localDate } from '../digest/local-date.ts';
import type { SeenBrief } from '../store/brief-ledger.ts';

/** So far back a first edition looks for a day with something that its channel wants, ms. */
const fortnightMs = 14 * 86_400_000;

/**
 * A channel's first edition holds the newest day that has briefs it may tell, and with it everyone else who tells that
 * day's stories; everything older counts as judged. Where no day of the newest two weeks has any, it is the newest day.
 * Briefs whose file states no time have always existed: beside the stories of the day they make the first edition only
 * where nothing else is there that the channel may tell.
 * @param storyOf the story of a file
 * @param isWanted whether the channel may tell a file; asked of those that {@link newest} gives and, where it may tell
 * none of them, of the {@link undated}
 */
export function firstCandidates(
  unjudged: readonly SeenBrief[],
  at: number,
  zone: string,
  storyOf: (file: string) => string,
  isWanted: (file: string) => boolean = () => true,
): SeenBrief[] {
  const dated = unjudged.filter((brief) => brief.ingestedAt > 0);
  const wanted = newest(dated, at).filter(({ file }) => isWanted(file));
  const timeless = undated(unjudged);
  if (wanted.length === 0 && timeless.some(({ file }) => isWanted(file))) return timeless;
  const day = firstDay(wanted, at, zone) ?? firstDay(dated, at, zone);
  if (day === null) return [...unjudged];
  const ofTheDay = dated.filter(({ ingestedAt }) => localDate(ingestedAt, zone) === day);
  const stories = new Set(ofTheDay.map(({ file }) => storyOf(file)));
  return unjudged.filter(({ file }) => stories.has(storyOf(file)));
}

/** The briefs among which the day of a first edition is looked for: those of the two weeks up to the newest. */
export function newest(unjudged: readonly SeenBrief[], at: number): SeenBrief[] {
  const here = unjudged.filter(({ ingestedAt }) => ingestedAt > 0 && ingestedAt <= at);
  const last = here.reduce((latest, { ingestedAt }) => Math.max(latest, ingestedAt), 0);
  return here.filter(({ ingestedAt }) => ingestedAt > last - fortnightMs);
}

/** The briefs whose file states no time. */
export function undated(unjudged: readonly SeenBrief[]): SeenBrief[] {
  return unjudged.filter(({ ingestedAt }) => ingestedAt <= 0);
}
