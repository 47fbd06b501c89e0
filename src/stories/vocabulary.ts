/** How many briefs hold each term, learned from the folder as briefs are added. */
export interface Vocabulary {
  /** The number of a term, given once and for all. */
  idOf(term: string): number;
  /** The term behind a number, for explanations. */
  termOf(id: number): string;
  /** Counts one more brief that holds these terms. */
  learn(ids: Iterable<number>): void;
  forget(ids: Iterable<number>): void;
  /** Remembers how often a word is written as a name and how often not, inside sentences. */
  learnCase(stem: string, name: boolean): void;
  /** Whether a word that begins a sentence is a name: it is one more often than not, or was never seen. */
  isName(stem: string): boolean;
  /** Rarity of a term: 0 for one in every brief, at most {@link rarest}. */
  rarity(id: number): number;
}

/**
 * The rarest a term can be. The cap keeps a score the same in a folder of two thousand and of a hundred thousand:
 * a name seen twice is as telling in both.
 */
export const rarest = 7;

/** Briefs a new folder counts as having, so that the first few do not make every word rare or common. */
const priorBriefs = 400;

export function createVocabulary(): Vocabulary {
  const logs: number[] = [];
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const terms: string[] = [];
  const asName = new Map<string, number>();
  let briefs = 0;
  /** Logarithms of halves, each taken once: rarities are asked for millions of times. */
  function logOf(value: number): number {
    const known = logs[value * 2];
    if (known !== undefined) return known;
    const log = Math.log(value);
    logs[value * 2] = log;
    return log;
  }

  return {
    idOf(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      ids.set(term, counts.length);
      counts.push(0);
      terms.push(term);
      return counts.length - 1;
    },
    termOf(id) {
      return terms[id] ?? '';
    },
    learn(learned) {
      briefs += 1;
      for (const id of learned) counts[id] = (counts[id] ?? 0) + 1;
    },
    forget(forgotten) {
      briefs -= 1;
      for (const id of forgotten) counts[id] = Math.max(0, (counts[id] ?? 0) - 1);
    },
    learnCase(stem, name) {
      asName.set(stem, (asName.get(stem) ?? 0) + (name ? 1 : -1));
    },
    isName(stem) {
      return (asName.get(stem) ?? 1) > 0;
    },
    rarity(id) {
      return Math.min(rarest, logOf(briefs + priorBriefs) - logOf((counts[id] ?? 0) + 0.5));
    },
  };
}
