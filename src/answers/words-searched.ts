import type { Origin, Reading, ReadTerm } from '../search/search-types.ts';

/** Ways to a word that say nothing to a person: the word itself stands beside them. */
const silent: ReadonlySet<Origin> = new Set(['tag', 'joined', 'part of a compound']);
/** A word of the other script is named from this weight on. */
const leastAcross = 0.66;
const sureAcross = 0.9;
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
    const [best, ...others] = ways.toSorted((a, b) => b.weight - a.weight);
    if (!best) return [];
    const across = bestAcross(best, others);
    return across ? [best.shown, across.shown] : [best.shown];
  });
  const once = new Map<string, string>();
  for (const word of found) if (!once.has(word.toLowerCase())) once.set(word.toLowerCase(), word);
  return [...once.values()].slice(0, mostShown);
}

/** The best way in the other script. What was learned and is not sure may be half of a name (인공지능: artificial). */
function bestAcross(best: ReadTerm, others: readonly ReadTerm[]): ReadTerm | undefined {
  const across = others.filter(
    ({ shown, weight }) => weight >= leastAcross && isHangul(shown) !== isHangul(best.shown),
  );
  const sure = across.find(({ origin, weight }) => origin === 'alias' || weight >= sureAcross);
  return sure ?? across[0];
}

function isHangul(word: string): boolean {
  return /\p{Script=Hangul}/u.test(word);
}
