import damerauLevenshtein from 'damerau-levenshtein';

/** How many letters may be inserted, deleted, replaced or swapped in a word of this length before it is another word. */
export function allowedEdits(length: number): number {
  if (length < 5) return 0;
  return length < 8 ? 1 : 2;
}

/** Damerau–Levenshtein distance. */
export function editDistance(a: string, b: string): number {
  return damerauLevenshtein(a, b).steps;
}
