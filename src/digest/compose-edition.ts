import type {
  Candidate,
  ChannelRules,
  Composition,
  EditionStory,
  Reason,
  Slot,
  ToldStory,
  Verdict,
} from './edition.ts';
import { editionKey } from './edition-key.ts';
import { indexTold, judgeBrief } from './judge-brief.ts';
import { localDate } from './local-date.ts';
import { type MergedStory, mergedReason, mergeStories } from './merge-stories.ts';
import { type Ranking, rankStories } from './rank-stories.ts';

export interface ComposeInput {
  rules: ChannelRules;
  slot: Slot;
  /** Briefs that no edition of the channel has judged yet, in any order. */
  candidates: readonly Candidate[];
  /** Files of the others that it has not judged, for the editors took them back. */
  retracted: readonly string[];
  /** What was told in this channel, or under this settings name. */
  told: readonly ToldStory[];
  /** Local date of the channel's last edition; null before the first. */
  lastEditionDate: string | null;
  isFirst: boolean;
  /** Epoch ms. */
  now: number;
}

/**
 * Local dates (inclusive) of the news: from the day after which the channel knew nothing, or when the first of it came.
 * Briefs that do not say when they came in count only where no other does.
 */
function spanOf(
  briefs: readonly { ingestedAt: number | null }[],
  input: ComposeInput,
): { from: string; to: string } {
  const dates = briefs
    .flatMap(({ ingestedAt }) => (ingestedAt === null ? [] : [localDate(ingestedAt, input.rules.timezone)]))
    .sort();
  const earliest = dates[0] ?? input.slot.date;
  const to = dates.at(-1) ?? input.slot.date;
  const [, since = to] = [earliest, input.lastEditionDate ?? earliest].sort();
  const [from = to] = [since, to].sort();
  return { from, to };
}

function tierReason(story: EditionStory, ranking: Ranking): Reason {
  if (ranking.highlights.includes(story)) return { code: 'highlight' };
  const because = ranking.because.get(story);
  const code = ranking.headlines.includes(story) ? ('headline' as const) : ('rest' as const);
  return because ? { code, because } : { code };
}

function verdictsOf(merged: MergedStory, ranking: Ranking): Verdict[] {
  const { story, candidates } = merged;
  const leadReason = tierReason(story, ranking);
  return candidates.map((candidate) => ({
    file: candidate.brief.file,
    story: candidate.story,
    reason: candidate.brief.file === story.lead.file ? leadReason : mergedReason(candidate, story),
    score: story.score,
  }));
}

/**
 * Decides what a channel gets for a slot, and why each candidate is in or out. Pure: the same input gives the same
 * edition, whatever the order of the candidates.
 * @returns the edition, or null for it where nothing new is left; one verdict per candidate, ordered by file
 */
export function composeEdition(input: ComposeInput): Composition {
  const { rules, slot } = input;
  const told = indexTold(input.told);
  const candidates = [...input.candidates].sort((a, b) => (a.brief.file < b.brief.file ? -1 : 1));
  const judged = candidates.map((candidate) => ({
    candidate,
    reason: judgeBrief(candidate, rules, told, slot.date),
  }));
  const fresh = new Set(judged.flatMap(({ candidate, reason }) => (reason ? [] : [candidate.story])));
  const refused: Verdict[] = input.retracted.map((file) => ({
    ...{ file, story: file, score: null },
    reason: { code: 'retracted' },
  }));
  const accepted: Candidate[] = [];
  for (const { candidate, reason } of judged) {
    // What is too old to be news is still one of the sources of a story that is in.
    if (reason === null || (reason.code === 'too-old' && fresh.has(candidate.story)))
      accepted.push(candidate);
    else refused.push({ file: candidate.brief.file, story: candidate.story, reason, score: null });
  }
  const merged = mergeStories(accepted, told, slot.date);
  const ranking = rankStories(
    merged.map(({ story }) => story),
    rules,
  );
  const verdicts = [...refused, ...merged.flatMap((each) => verdictsOf(each, ranking))];
  verdicts.sort((a, b) => (a.file < b.file ? -1 : 1));
  const { highlights, headlines, rest } = ranking;
  const edition =
    merged.length === 0
      ? null
      : {
          key: editionKey(rules, slot),
          rules,
          slot,
          span: spanOf(
            accepted.map(({ brief }) => brief),
            input,
          ),
          highlights,
          headlines,
          rest,
          isFirst: input.isFirst,
          composedAt: input.now,
        };
  return {
    edition,
    verdicts,
    told: accepted.map(({ story, brief }) => ({ story, urlKey: brief.urlKey })),
  };
}
