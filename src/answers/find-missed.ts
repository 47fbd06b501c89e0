import type { Brief } from '../briefs/brief.ts';
import type { Candidate, ChannelRules } from '../digest/edition.ts';
import { localDate } from '../digest/local-date.ts';
import { matchesTopics } from '../digest/matches-topics.ts';
import { mergeStories } from '../digest/merge-stories.ts';
import { rankStories } from '../digest/rank-stories.ts';
import type { AnswerSources } from './sources.ts';
import type { View } from './view.ts';

/** The newest briefs that a question looks at; `since january` would be all of them. */
const briefsAtMost = 2_000;
const dayMs = 86_400_000;
const nobodyWasTold = { byStory: new Map(), byUrl: new Map() };

export interface MissedOptions {
  sources: Pick<AnswerSources, 'arrivals' | 'briefs'>;
  /** What the channel's editions hold. */
  rules: Pick<ChannelRules, 'topics' | 'minConfidence'>;
  /** `all`: whatever the channel takes. */
  scope: 'here' | 'all';
  now: number;
  zone: string;
  pageSize: number;
}

/**
 * Everything that came in from a day on, posted or not, as stories in the order an edition would have them.
 * @param from local date, `YYYY-MM-DD`
 */
export async function findMissed(from: string, offset: number, options: MissedOptions): Promise<View> {
  const { rules, now, zone, pageSize } = options;
  const canNarrow = rules.topics.length > 0 || rules.minConfidence > 0;
  const scope = canNarrow ? options.scope : 'all';
  const today = localDate(now, zone);
  const candidates = (await arrivedSince(from, options)).filter(
    ({ brief }) => scope === 'all' || isFor(brief, rules),
  );
  const stories = mergeStories(candidates, nobodyWasTold, today).map(({ story }) => story);
  const { highlights, headlines } = rankStories(stories, { highlights: pageSize, headlines: stories.length });
  const ranked = [...highlights, ...headlines];
  const first = Math.min(Math.max(0, offset), Math.max(0, ranked.length - 1));
  return {
    kind: 'missed',
    from,
    to: today,
    scope,
    canNarrow,
    total: ranked.length,
    offset: first,
    stories: ranked.slice(first, first + pageSize),
  };
}

async function arrivedSince(
  from: string,
  { sources, now, zone }: Pick<MissedOptions, 'sources' | 'now' | 'zone'>,
): Promise<Candidate[]> {
  // A local day begins within a day of the UTC one of the same date; the calendar is asked at the border only.
  const about = Date.parse(`${from}T00:00:00Z`);
  const arrivals = (await sources.arrivals(about - dayMs, now)).filter(
    ({ ingestedAt }) =>
      ingestedAt === null || ingestedAt > about + dayMs || localDate(ingestedAt, zone) >= from,
  );
  const light = new Map(arrivals.slice(0, briefsAtMost).map((each) => [each.file, each]));
  const briefs = await sources.briefs([...light.keys()]);
  return briefs.flatMap((brief) => {
    const { story = brief.file, followUpOf = null } = light.get(brief.file) ?? {};
    // Where a file does not say when it came in, the article's own date does.
    const isNew = brief.ingestedAt !== null || brief.datePublished >= from;
    return isNew ? [{ brief, story, followUpOf }] : [];
  });
}

function isFor(
  brief: Brief,
  { topics, minConfidence }: Pick<ChannelRules, 'topics' | 'minConfidence'>,
): boolean {
  return matchesTopics(brief, topics) && (brief.confidence === null || brief.confidence >= minConfidence);
}
