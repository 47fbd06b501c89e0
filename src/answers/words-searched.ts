import type { Origin, Reading, ReadTerm } from '../search/search-types.ts';

/** Ways to a word that say nothing to a person: the word itself stands beside them. */
const silent: ReadonlySet<Origin> = new Set(['tag', 'joined', 'part of a compound']);
/** A word of the other script is named from this weight on. */
const leastAcross = 0.66;
const mostShown = 6;

/**
 * The words that a question was searched by, as a person would write them: of each word typed the best way it was
 * read, and the best one in the other script. Empty where that is what was typed.
 */
export function wordsSearched({ terms, obvious }: Pick<Reading, 'terms' | 'obvious'>): string[] {
  if (obvious) return [];
  const byWord = new Map<string, ReadTerm[]>();
  for (const term of terms)
    if (!silent.has(term.origin)) byWord.set(term.typed, [...(byWord.get(term.typed) ?? []), term]);
  const found = [...byWord.values()].flatMap((ways) => {
    const [best, ...others] = [...ways].sort((a, b) => b.weight - a.weight);
    if (!best) return [];
    const across = others.find(
      (other) => other.weight >= leastAcross && isHangul(other.shown) !== isHangul(best.shown),
    );
    return across ? [best.shown, across.shown] : [best.shown];
  });
  return [...new Set(found)].slice(0, mostShown);
}

function isHangul(word: string): boolean {
  return /\p{Script=Hangul}/u.test(word);
}
