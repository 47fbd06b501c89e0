import type { PairComparison } from './compare-pair.ts';

/** Where a brief belongs. */
export interface Assignment {
  /** The story's id: the file of its earliest brief. */
  story: string;
  /** `same`: told before in this story. */
  label: 'new' | 'same';
  /** The story this one is a later development of. */
  followUpOf: string | null;
  /** 0..1: how surely it is the same event as its story's, or as the story it follows. */
  score: number;
  /** One sentence. */
  why: string;
}

/** A brief of a story as a newcomer is compared with it. */
export interface Compared {
  story: string;
  /** False where it was published after the newcomer: nothing follows what is yet to come. */
  earlier: boolean;
  pair: PairComparison;
}

/** A score that needs no company: the same address or a reprint. */
const certain = 0.99;
/** What a story's members must say of a newcomer, on average, for its best match to be believed. */
const companyFrom = 0.4;

/**
 * The story of a newcomer: the one whose best match is surest and whose members agree; a new one otherwise.
 * @param company what a story's members say of the newcomer, on average, 0..1
 */
export function chooseStory(
  file: string,
  compared: readonly Compared[],
  company: (story: string) => number,
): Assignment {
  let best: Compared | null = null;
  for (const candidate of bestOfEachStory(compared)) {
    const { story, pair } = candidate;
    if (pair.label !== 'same' || (best && pair.score <= best.pair.score)) continue;
    if (pair.score >= certain || company(story) >= companyFrom) best = candidate;
  }
  if (best) {
    const { story, pair } = best;
    return { story, label: 'same', followUpOf: null, score: pair.score, why: pair.why() };
  }
  return { story: file, label: 'new', ...followed(compared) };
}

function bestOfEachStory(compared: readonly Compared[]): Iterable<Compared> {
  const best = new Map<string, Compared>();
  for (const candidate of compared) {
    const told = best.get(candidate.story);
    if (!told || candidate.pair.score > told.pair.score) best.set(candidate.story, candidate);
  }
  return best.values();
}

function followed(compared: readonly Compared[]): Pick<Assignment, 'followUpOf' | 'score' | 'why'> {
  let best: Compared | null = null;
  for (const candidate of compared) {
    if (candidate.pair.label !== 'follow-up' || !candidate.earlier) continue;
    if (!best || candidate.pair.follows > best.pair.follows) best = candidate;
  }
  if (!best) return { followUpOf: null, score: 0, why: 'Nothing like it was told in the weeks before.' };
  return { followUpOf: best.story, score: best.pair.follows, why: best.pair.why() };
}
