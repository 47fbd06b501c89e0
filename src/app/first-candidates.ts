import { firstDay } from '../digest/first-day.ts';
import { localDate } from '../digest/local-date.ts';
import type { SeenBrief } from '../store/brief-ledger.ts';

/**
 * A channel's first edition holds the newest day that has briefs, and with it everyone else who tells that day's
 * stories; everything older counts as judged. Briefs whose file states no time have always existed: beside the
 * stories of the day they make the first edition only where nothing else is there.
 * @param storyOf the story of a file
 */
export function firstCandidates(
  unjudged: readonly SeenBrief[],
  at: number,
  zone: string,
  storyOf: (file: string) => string,
): SeenBrief[] {
  const dated = unjudged.filter((brief) => brief.ingestedAt > 0);
  const day = firstDay(dated, at, zone);
  if (day === null) return [...unjudged];
  const ofTheDay = dated.filter(({ ingestedAt }) => localDate(ingestedAt, zone) === day);
  const stories = new Set(ofTheDay.map(({ file }) => storyOf(file)));
  return unjudged.filter(({ file }) => stories.has(storyOf(file)));
}
