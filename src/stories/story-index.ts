import type { Brief } from '../briefs/brief.ts';
import { type Assignment, chooseStory } from './choose-story.ts';
import {
  type ComparisonContext,
  compareAlone,
  comparePair,
  type PairAlone,
  type PairComparison,
} from './compare-pair.ts';
import { createNeighbourhood } from './neighbourhood.ts';
import { type PairWeights, pairWeights } from './pair-weights.ts';
import { type StoryTerms, storyTerms, termsOf } from './story-terms.ts';
import { createTies } from './ties.ts';
import { createVocabulary } from './vocabulary.ts';

/** An assignment as it is kept for the next start. */
export interface SavedAssignment extends Assignment {
  file: string;
  firstSeen: number;
}

/** The stories of a folder. Add briefs in the order they were first seen, then by path: the order decides. */
export interface StoryIndex {
  /** Assigns a brief, once and for all: an edited brief keeps its story. */
  add(brief: Brief, firstSeen: number): Assignment;
  /** Forgets a brief. Its story keeps its id while others tell it. */
  remove(file: string): void;
  get(file: string): Assignment | null;
  /** What two briefs of the folder are to each other; null when one is not here. */
  compare(a: string, b: string): PairComparison | null;
  /** The files of every story, single ones too, in the order they came. */
  stories(): string[][];
  /** All assignments, for {@link createStoryIndex} at the next start. */
  snapshot(): SavedAssignment[];
}

interface Member {
  terms: StoryTerms;
  firstSeen: number;
  assignment: Assignment;
}

/** Neighbours of a brief that are known, and the nearest of them that it is compared with. */
const knownNeighbours = 10;
const comparedNeighbours = 8;
/** Less alike than this, two briefs have no event in common. */
const leastLikeness = 0.06;
/** Members of a story that are asked. */
const askedMembers = 8;

/**
 * @param saved assignments of an earlier run; briefs named there take their old places without being compared
 * @param weights what pairs are judged by; others only where they are being learned
 */
export function createStoryIndex(
  saved: readonly SavedAssignment[] = [],
  weights: PairWeights = pairWeights,
): StoryIndex {
  const vocabulary = createVocabulary();
  const neighbourhood = createNeighbourhood(vocabulary);
  const ties = createTies((terms) => {
    const near = neighbourhood.near(terms, comparedNeighbours);
    return near.map(({ terms: other }) => [other, compareAlone(other, terms, context).score]);
  });
  const context: ComparisonContext = { vocabulary, neighbourhood, ties, weights };
  const before = new Map(saved.map((assignment) => [assignment.file, assignment]));
  const members = new Map<string, Member>();
  const tellings = new Map<string, Set<string>>();
  const byAddress = new Map<string, Set<string>>();
  const byTitle = new Map<string, Set<string>>();

  /** Briefs with the same address or title, however long ago. */
  function twins(terms: StoryTerms): StoryTerms[] {
    const files = [...(byAddress.get(terms.urlKey) ?? []), ...(byTitle.get(terms.plainTitle) ?? [])];
    return files.flatMap((file) => members.get(file)?.terms ?? []);
  }

  /** What the latest members of a story say of a newcomer, on average, 0..1: one alone may be alike by chance. */
  function company(terms: StoryTerms, story: string): number {
    const latest = [...(tellings.get(story) ?? [])].slice(-askedMembers);
    const scores = latest.flatMap((file) => {
      const teller = members.get(file)?.terms;
      return teller ? [comparePair(teller, terms, context).score] : [];
    });
    return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
  }

  /** Takes a newcomer in among its neighbours: each pair is judged alone first, so that all can be heard of it. */
  function meet(terms: StoryTerms): Map<StoryTerms, PairAlone> {
    const neighbours = neighbourhood.near(terms, knownNeighbours);
    neighbourhood.add(terms, neighbours);
    const near = neighbours.slice(0, comparedNeighbours).filter(({ likeness }) => likeness >= leastLikeness);
    const others = new Set([...twins(terms), ...near.map((neighbour) => neighbour.terms)]);
    const met = new Map([...others].map((other) => [other, compareAlone(other, terms, context)]));
    ties.add(
      terms,
      [...met].map(([other, { score }]) => [other, score]),
    );
    return met;
  }

  function assign(terms: StoryTerms): Assignment {
    const compared = [...meet(terms)].flatMap(([other, alone]) => {
      const story = members.get(other.file)?.assignment.story;
      if (story === undefined) return [];
      return [{ story, earlier: !(other.day > terms.day), pair: comparePair(other, terms, context, alone) }];
    });
    return chooseStory(terms.file, compared, (story) => company(terms, story));
  }

  function forget(file: string, member: Member): void {
    ties.remove(member.terms);
    neighbourhood.remove(member.terms);
    vocabulary.forget(termsOf(member.terms));
    byAddress.get(member.terms.urlKey)?.delete(file);
    byTitle.get(member.terms.plainTitle)?.delete(file);
    tellings.get(member.assignment.story)?.delete(file);
    members.delete(file);
  }

  return {
    add(brief, firstSeen) {
      const old = members.get(brief.file);
      if (old) forget(brief.file, old);
      const known = old?.assignment ?? before.get(brief.file);
      const terms = storyTerms(brief, firstSeen, vocabulary);
      vocabulary.learn(termsOf(terms));
      let assignment: Assignment;
      if (known) {
        const { story, label, followUpOf, score, why } = known;
        assignment = { story, label, followUpOf, score, why };
        neighbourhood.add(terms);
      } else {
        assignment = assign(terms);
      }
      members.set(brief.file, { terms, firstSeen: old?.firstSeen ?? firstSeen, assignment });
      enter(tellings, assignment.story, brief.file);
      if (terms.urlKey !== '') enter(byAddress, terms.urlKey, brief.file);
      if (terms.plainTitle !== '') enter(byTitle, terms.plainTitle, brief.file);
      return assignment;
    },
    remove(file) {
      const member = members.get(file);
      if (member) forget(file, member);
      before.delete(file);
    },
    get(file) {
      return members.get(file)?.assignment ?? null;
    },
    compare(a, b) {
      const first = members.get(a);
      const second = members.get(b);
      return first && second ? comparePair(first.terms, second.terms, context) : null;
    },
    stories() {
      return [...tellings.values()].filter((files) => files.size > 0).map((files) => [...files]);
    },
    snapshot() {
      return [...members].map(([file, { firstSeen, assignment }]) => ({ file, firstSeen, ...assignment }));
    },
  };
}

function enter(index: Map<string, Set<string>>, key: string, file: string): void {
  const files = index.get(key);
  if (files) files.add(file);
  else index.set(key, new Set([file]));
}
