import { comparable } from './comparable.ts';
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
  /** Takes a brief in and returns its neighbours, the most alike first. */
  add(terms: StoryTerms, limit: number): Neighbour[];
  /** Takes a brief in whose neighbours are not asked for now. */
  addQuietly(terms: StoryTerms): void;
  remove(terms: StoryTerms): void;
  /** How alike two briefs are, 0..1: cosine of the rarities of what they are about, and of their Korean words. */
  likeness(a: StoryTerms, b: StoryTerms): number;
  /** How alike a brief's usual neighbours are: the mean of the fourth to tenth. */
  density(terms: StoryTerms): number;
  /** True for a term that no brief of the six weeks before `day` holds: news brings new names. */
  isFresh(id: number, day: number): boolean;
}

/** Days between two tellings of one event, at most: slow outlets follow after two weeks and more. */
const neighbourDays = 21;

const coreWeight = 0.6;
const koreanWeight = 0.4;
/** More common terms than this are not looked up: they find every brief and tell nothing. */
const lookupRarity = 2.6;
/** Entries of one term that are looked at, latest first. */
const lookupLimit = 200;
const keptNeighbours = 10;
const freshDays = 45;

interface Entry {
  terms: StoryTerms;
  norms: { core: number; korean: number };
  /** Likenesses of the nearest, highest first; null until they are asked for. */
  nearest: number[] | null;
  gone: boolean;
}

export function createNeighbourhood(vocabulary: Vocabulary): Neighbourhood {
  const entries: Entry[] = [];
  const places = new Map<StoryTerms, number>();
  const core = new Map<number, number[]>();
  const korean = new Map<number, number[]>();
  let sums = new Float64Array(1024);

  function norm(ids: Uint32Array): number {
    let square = 0;
    for (const id of ids) square += vocabulary.rarity(id) ** 2;
    return Math.sqrt(square);
  }

  function normsOf(terms: StoryTerms): Entry['norms'] {
    return { core: norm(terms.core), korean: norm(terms.korean) };
  }

  /** Adds what one list of terms has in common with each brief to `sums`; returns the briefs first met. */
  function collect(
    ids: Uint32Array,
    postings: Map<number, number[]>,
    scale: number,
    terms: StoryTerms,
    which: 'core' | 'korean',
    met: number[],
  ): void {
    for (const id of ids) {
      const rarity = vocabulary.rarity(id);
      const posting = postings.get(id);
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
    if (norms.core > 0) collect(terms.core, core, coreWeight / norms.core, terms, 'core', met);
    if (norms.korean > 0) collect(terms.korean, korean, koreanWeight / norms.korean, terms, 'korean', met);
    met.sort((a, b) => (sums[b] as number) - (sums[a] as number) || a - b);
    const found = met
      .slice(0, limit)
      .map((place) => ({ terms: (entries[place] as Entry).terms, likeness: sums[place] as number }));
    for (const place of met) sums[place] = 0;
    return found;
  }

  function likeness(a: StoryTerms, b: StoryTerms): number {
    const [x, y] = comparable(a, b);
    const alike = overlap(x.core, y.core, vocabulary).cosine;
    // Without a common language the names and figures speak for the words, too.
    if (x !== a && !(a.hasKorean && b.hasKorean)) return alike;
    return coreWeight * alike + koreanWeight * overlap(a.korean, b.korean, vocabulary).cosine;
  }

  function enter(terms: StoryTerms, nearest: Entry['nearest']): void {
    places.set(terms, entries.length);
    for (const id of terms.core) post(core, id, entries.length);
    for (const id of terms.korean) post(korean, id, entries.length);
    entries.push({ terms, norms: normsOf(terms), nearest, gone: false });
  }

  return {
    likeness,
    add(terms, limit) {
      const neighbours = near(terms, Math.max(limit, keptNeighbours));
      for (const neighbour of neighbours.slice(0, keptNeighbours)) {
        const place = places.get(neighbour.terms);
        const kept = place === undefined ? null : (entries[place] as Entry).nearest;
        if (kept) keepNearest(kept, neighbour.likeness);
      }
      enter(
        terms,
        neighbours.slice(0, keptNeighbours).map((neighbour) => neighbour.likeness),
      );
      return neighbours.slice(0, limit);
    },
    addQuietly(terms) {
      enter(terms, null);
    },
    remove(terms) {
      const place = places.get(terms);
      if (place === undefined) return;
      (entries[place] as Entry).gone = true;
      places.delete(terms);
    },
    density(terms) {
      const place = places.get(terms);
      if (place === undefined) return 0;
      const entry = entries[place] as Entry;
      entry.nearest ??= near(terms, keptNeighbours).map((neighbour) => neighbour.likeness);
      const usual = entry.nearest.slice(3);
      return usual.length === 0 ? 0 : usual.reduce((sum, value) => sum + value, 0) / usual.length;
    },
    isFresh(id, day) {
      const posting = core.get(id) ?? korean.get(id) ?? [];
      for (let index = posting.length - 1; index >= Math.max(0, posting.length - lookupLimit); index -= 1) {
        const entry = entries[posting[index] as number] as Entry;
        if (!entry.gone && entry.terms.day < day - 1 && entry.terms.day > day - freshDays) return false;
      }
      return true;
    },
  };
}

function post(postings: Map<number, number[]>, id: number, place: number): void {
  const posting = postings.get(id);
  if (posting) posting.push(place);
  else postings.set(id, [place]);
}

function keepNearest(nearest: number[], likeness: number): void {
  const index = nearest.findIndex((kept) => kept < likeness);
  if (index === -1) nearest.push(likeness);
  else nearest.splice(index, 0, likeness);
  if (nearest.length > keptNeighbours) nearest.pop();
}
