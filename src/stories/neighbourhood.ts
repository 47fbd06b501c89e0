import { daysApart } from './days-apart.ts';
import { overlap } from './overlap.ts';
import type { StoryTerms } from './story-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A brief of the same weeks, and how alike it is: 0..1. */
export interface Neighbour {
  terms: StoryTerms;
  likeness: number;
}

/** The briefs of a folder by their terms and days. */
export interface Neighbourhood {
  /** Takes a brief in; `neighbours` are what {@link near} found of it, or nothing while nobody asks. */
  add(terms: StoryTerms, neighbours?: readonly Neighbour[]): void;
  remove(terms: StoryTerms): void;
  /** The briefs of the same weeks that are most like a brief, the most alike first; itself is none of them. */
  near(terms: StoryTerms, limit: number): Neighbour[];
  /** How many briefs are nearer to one of two than the other is, the better of the two; 10 at most. */
  rank(a: StoryTerms, b: StoryTerms): number;
  /** How alike two are, as a share of how alike either is to anyone else: 0..1, a half where it is as much. */
  margin(a: StoryTerms, b: StoryTerms): number;
}

/** Days between two tellings of one event, at most: slow outlets follow after two weeks and more. */
const neighbourDays = 21;

/** What each list of words counts in likeness. */
const weights = { core: 0.4, title: 0.3, korean: 0.3 } as const;
type Listed = keyof typeof weights;
const listed: readonly Listed[] = ['core', 'title', 'korean'];
/** More common terms than this are not looked up: they find every brief and tell nothing. */
const lookupRarity = 2.6;
/** Entries of one term that are looked at, latest first. */
const lookupLimit = 200;
/** Likeness of anyone else that is taken for granted: in a folder of ten everything stands alone. */
const leastOther = 0.05;
/** Neighbours of a brief that are kept. */
const keptNeighbours = 10;

interface Entry {
  terms: StoryTerms;
  norms: Record<Listed, number>;
  /** The nearest, most alike first; null until they are asked for. */
  nearest: Neighbour[] | null;
  gone: boolean;
}

export function createNeighbourhood(vocabulary: Vocabulary): Neighbourhood {
  const entries: Entry[] = [];
  const places = new Map<StoryTerms, number>();
  const postings: Record<Listed, Map<number, number[]>> = {
    core: new Map(),
    title: new Map(),
    korean: new Map(),
  };
  let sums = new Float64Array(1024);

  function norm(ids: Uint32Array): number {
    let square = 0;
    for (const id of ids) square += vocabulary.rarity(id) ** 2;
    return Math.sqrt(square);
  }

  function normsOf(terms: StoryTerms): Entry['norms'] {
    return { core: norm(terms.core), title: norm(terms.title), korean: norm(terms.korean) };
  }

  /** Adds what one list of terms has in common with each brief to `sums`; returns the briefs first met. */
  function collect(terms: StoryTerms, which: Listed, scale: number, met: number[]): void {
    for (const id of terms[which]) {
      const rarity = vocabulary.rarity(id);
      const posting = postings[which].get(id);
      if (rarity < lookupRarity || !posting) continue;
      const weight = rarity * rarity * scale;
      const stop = Math.max(0, posting.length - lookupLimit);
      for (let index = posting.length - 1; index >= stop; index -= 1) {
        const place = posting[index] as number;
        const entry = entries[place] as Entry;
        if (entry.gone || entry.terms === terms || daysApart(entry.terms, terms) > neighbourDays) continue;
        const other = entry.norms[which];
        if (other === 0) continue;
        if (sums[place] === 0) met.push(place);
        sums[place] = (sums[place] as number) + weight / other;
      }
    }
  }

  function near(terms: StoryTerms, limit: number): Neighbour[] {
    if (sums.length < entries.length) sums = new Float64Array(entries.length * 2);
    const norms = normsOf(terms);
    const met: number[] = [];
    for (const which of listed)
      if (norms[which] > 0) collect(terms, which, weights[which] / norms[which], met);
    met.sort((a, b) => (sums[b] as number) - (sums[a] as number) || a - b);
    const found = met
      .slice(0, limit)
      .map((place) => ({ terms: (entries[place] as Entry).terms, likeness: sums[place] as number }));
    for (const place of met) sums[place] = 0;
    return found;
  }

  function nearest(terms: StoryTerms): Neighbour[] {
    const place = places.get(terms);
    if (place === undefined) return near(terms, keptNeighbours);
    const entry = entries[place] as Entry;
    entry.nearest ??= near(terms, keptNeighbours);
    return entry.nearest;
  }

  /** Neighbours before `other` among those of a brief. */
  function before(terms: StoryTerms, other: StoryTerms): number {
    const here = nearest(terms).filter((neighbour) => places.has(neighbour.terms));
    const found = here.findIndex((neighbour) => neighbour.terms === other);
    return found === -1 ? keptNeighbours : found;
  }

  function likeness(a: StoryTerms, b: StoryTerms): number {
    let sum = 0;
    for (const which of listed) sum += weights[which] * overlap(a[which], b[which], vocabulary).cosine;
    return sum;
  }

  /** How alike the nearest of a brief is, the other of the pair left out. */
  function likestBut(other: StoryTerms, terms: StoryTerms): number {
    const found = nearest(terms).find((near) => near.terms !== other && places.has(near.terms));
    return found?.likeness ?? 0;
  }

  return {
    near,
    rank: (a, b) => Math.min(before(a, b), before(b, a)),
    margin(a, b) {
      const others = Math.max(likestBut(b, a), likestBut(a, b));
      return Math.min(1, likeness(a, b) / (leastOther + others) / 2);
    },
    add(terms, neighbours) {
      for (const { terms: other, likeness } of neighbours ?? []) {
        const place = places.get(other);
        const kept = place === undefined ? null : (entries[place] as Entry).nearest;
        if (kept) keepNearest(kept, { terms, likeness });
      }
      places.set(terms, entries.length);
      for (const which of listed) for (const id of terms[which]) post(postings[which], id, entries.length);
      const nearest = neighbours ? neighbours.slice(0, keptNeighbours) : null;
      entries.push({ terms, norms: normsOf(terms), nearest, gone: false });
    },
    remove(terms) {
      const place = places.get(terms);
      if (place === undefined) return;
      (entries[place] as Entry).gone = true;
      places.delete(terms);
    },
  };
}

function post(postings: Map<number, number[]>, id: number, place: number): void {
  const posting = postings.get(id);
  if (posting) posting.push(place);
  else postings.set(id, [place]);
}

function keepNearest(nearest: Neighbour[], neighbour: Neighbour): void {
  const index = nearest.findIndex((kept) => kept.likeness < neighbour.likeness);
  nearest.splice(index === -1 ? nearest.length : index, 0, neighbour);
  if (nearest.length > keptNeighbours) nearest.pop();
}
