import damerauLevenshtein from 'damerau-levenshtein';

/** Damerau–Levenshtein distance: insertions, deletions, replacements and swaps of neighbours. */
export function editDistance(a: string, b: string): number {
  return damerauLevenshtein(a, b).steps;
}
