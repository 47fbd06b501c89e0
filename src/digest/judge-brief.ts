import type { Brief } from '../briefs/brief.ts';
import type { Candidate, ChannelRules, Reason, ToldStory } from './edition.ts';
import { daysBetween, localDate } from './local-date.ts';
import { matchesTopics } from './matches-topics.ts';

/** What the channel already knows, for quick look-up. */
export interface Told {
  byStory: ReadonlyMap<string, ToldStory>;
  byUrl: ReadonlyMap<string, ToldStory>;
}

/** Indexes what was told; where a story was told more than once the latest telling counts. */
export function indexTold(told: readonly ToldStory[]): Told {
  const ordered = [...told].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return {
    byStory: new Map(ordered.map((each) => [each.story, each])),
    byUrl: new Map(ordered.filter((each) => each.urlKey !== '').map((each) => [each.urlKey, each])),
  };
}

/**
 * How many days old the article was when it came in. Counted from then, not from the slot: after a holiday, or with an
 * old folder, news that arrived fresh is not dropped for the wait.
 */
function ageOf(brief: Brief, rules: ChannelRules, date: string): number {
  if (brief.datePublished === '') return 0;
  const arrived = brief.ingestedAt === null ? date : localDate(brief.ingestedAt, rules.timezone);
  return daysBetween(brief.datePublished, arrived) ?? 0;
}

/**
 * Why a candidate cannot be in the edition, or null where it can.
 *
 * A story that the channel was told and that the editors took back as a whole is not told again by another brief: what
 * they removed would be back the next morning. It counts again as told once one of its briefs is put back. Where another
 * source tells it in the place of the one that was taken back, it is told like any other story; and a brief that was
 * taken back before it was told anywhere bars no other.
 * @param date the slot's local date, for briefs that do not say when they came in
 */
export function judgeBrief(
  candidate: Candidate,
  rules: ChannelRules,
  told: Told,
  date: string,
): Reason | null {
  const { brief } = candidate;
  const before = told.byStory.get(candidate.story) ?? told.byUrl.get(brief.urlKey);
  if (before?.removed) return { code: 'retracted-story', edition: before.edition, date: before.date };
  if (before) return { code: 'already-told', edition: before.edition, date: before.date };
  if (!matchesTopics(brief, rules.topics)) return { code: 'outside-topics', topics: rules.topics };
  if (brief.confidence !== null && brief.confidence < rules.minConfidence)
    return { code: 'below-confidence', confidence: brief.confidence, floor: rules.minConfidence };
  if (ageOf(brief, rules, date) > rules.maxAgeDays)
    return { code: 'too-old', published: brief.datePublished, maxAgeDays: rules.maxAgeDays };
  return null;
}
