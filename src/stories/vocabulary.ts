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
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const terms: string[] = [];
  const asName = new Map<string, number>();
  let briefs = 0;
  const rarities: number[] = [];
  let reckonedAt = 0;

  function reckon(id: number): void {
    rarities[id] = Math.min(rarest, Math.log((briefs + priorBriefs) / ((counts[id] ?? 0) + 0.5)));
  }

  /** A folder that grows by a twentieth makes every word a twentieth rarer; less is not worth the work. */
  function reckonAll(): void {
    if (Math.abs(briefs - reckonedAt) * 20 < briefs + priorBriefs) return;
    reckonedAt = briefs;
    for (let id = 0; id < counts.length; id += 1) reckon(id);
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
      for (const id of learned) {
        counts[id] = (counts[id] ?? 0) + 1;
        reckon(id);
      }
      reckonAll();
    },
    forget(forgotten) {
      briefs -= 1;
      for (const id of forgotten) {
        counts[id] = Math.max(0, (counts[id] ?? 0) - 1);
        reckon(id);
      }
      reckonAll();
    },
    learnCase(stem, name) {
      asName.set(stem, (asName.get(stem) ?? 0) + (name ? 1 : -1));
    },
    isName(stem) {
      return (asName.get(stem) ?? 1) > 0;
    },
    rarity(id) {
      return rarities[id] ?? rarest;
    },
  };
}
