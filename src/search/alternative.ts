import type { Origin } from './search-types.ts';
import type { Term } from './terms-of-text.ts';

/** One way to find a word of the query. */
export interface Alternative {
  /** Terms that must follow each other; one for a plain word. */
  terms: string[];
  /** As a person would write it. */
  shown: string;
  origin: Origin;
  /** 0..1 */
  weight: number;
}

/** A word of the query, or a few that belong together, with every way to find it; none where it is unknown. */
export interface Group {
  typed: string;
  words: readonly Term[];
  /** The one word this is a part of, where the query was split; a brief answers all of it or none of it. */
  partOf?: string;
  alternatives: Alternative[];
}

/** Adds an alternative, or raises the weight of the same one. */
export function addAlternative(alternatives: Alternative[], added: Alternative): void {
  const key = added.terms.join(' ');
  const known = alternatives.find((alternative) => alternative.terms.join(' ') === key);
  if (!known) alternatives.push(added);
  else if (known.weight < added.weight) Object.assign(known, added);
}
