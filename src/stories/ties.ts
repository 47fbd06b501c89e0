import type { StoryTerms } from './story-terms.ts';

/** What third briefs say of a pair. */
export interface Company {
  /** How surely the best witness tells the same as both, 0..1: one outlet often bridges the words of two others. */
  witness: number;
}

/** How surely a brief and its neighbours tell one event, each pair judged alone. */
export interface Ties {
  /** Takes in a brief with what was found of its neighbours; they learn of it, too. */
  add(terms: StoryTerms, scores: Iterable<[StoryTerms, number]>): void;
  remove(terms: StoryTerms): void;
  company(a: StoryTerms, b: StoryTerms): Company;
}

/** A score below this ties nothing. */
const leastTie = 0.03;

/** @param scoresOf finds and judges the neighbours of a brief that was taken in without them, when it is asked for. */
export function createTies(scoresOf: (terms: StoryTerms) => Iterable<[StoryTerms, number]>): Ties {
  const ties = new Map<StoryTerms, Map<StoryTerms, number>>();

  function tiesOf(terms: StoryTerms): Map<StoryTerms, number> {
    let known = ties.get(terms);
    if (!known) {
      known = strong(scoresOf(terms));
      ties.set(terms, known);
    }
    return known;
  }

  return {
    add(terms, scores) {
      const own = strong(scores);
      ties.set(terms, own);
      for (const [other, score] of own) ties.get(other)?.set(terms, score);
    },
    remove(terms) {
      for (const other of ties.get(terms)?.keys() ?? []) ties.get(other)?.delete(terms);
      ties.delete(terms);
    },
    company(a, b) {
      const ofA = tiesOf(a);
      const ofB = tiesOf(b);
      let witness = 0;
      for (const [other, score] of ofA)
        if (other !== b) witness = Math.max(witness, Math.min(score, ofB.get(other) ?? 0));
      return { witness };
    },
  };
}

function strong(scores: Iterable<[StoryTerms, number]>): Map<StoryTerms, number> {
  return new Map([...scores].filter(([, score]) => score >= leastTie));
}
