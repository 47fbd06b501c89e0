import type { BelowHighlight, EditionStory } from './edition.ts';
import { nothingFollows } from './nothing-follows.ts';

/** The three tiers of an edition, each best first, and why a story that ranked high enough is no highlight. */
export interface Ranking {
  highlights: EditionStory[];
  headlines: EditionStory[];
  rest: EditionStory[];
  because: ReadonlyMap<EditionStory, BelowHighlight>;
}

const perSource = 2;

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Best first; what is equal is ordered by date and then by file, so that the same input gives the same edition. */
function byWorth(a: EditionStory, b: EditionStory): number {
  return (
    compare(b.score, a.score) ||
    compare(b.lead.datePublished, a.lead.datePublished) ||
    compare(b.lead.ingestedAt ?? 0, a.lead.ingestedAt ?? 0) ||
    compare(a.lead.file, b.lead.file)
  );
}

function sourceOf(story: EditionStory): string {
  const { sourceId, sourceName, urlKey } = story.lead;
  return (sourceId || sourceName || (urlKey.split('/')[0] ?? '')).toLowerCase();
}

/**
 * Orders stories and deals them out: at most two highlights from one source, none whose so-what says that nothing
 * follows; then headlines; what is left over is the rest.
 */
export function rankStories(
  stories: readonly EditionStory[],
  counts: { highlights: number; headlines: number },
): Ranking {
  const highlights: EditionStory[] = [];
  const others: EditionStory[] = [];
  const because = new Map<EditionStory, BelowHighlight>();
  const taken = new Map<string, number>();
  for (const story of [...stories].sort(byWorth)) {
    const source = sourceOf(story);
    const used = source === '' ? 0 : (taken.get(source) ?? 0);
    if (nothingFollows(story.lead.soWhat)) because.set(story, 'nothing-follows');
    else if (highlights.length < counts.highlights && used >= perSource) because.set(story, 'source-has-two');
    if (highlights.length >= counts.highlights || because.has(story)) {
      others.push(story);
      continue;
    }
    highlights.push(story);
    taken.set(source, used + 1);
  }
  return {
    highlights,
    headlines: others.slice(0, counts.headlines),
    rest: others.slice(counts.headlines),
    because,
  };
}
