export interface LabelledPair {
  a: string;
  b: string;
  label: 'same' | 'follow-up' | 'different';
}

/**
 * Numbers the stories that pairs are about, so that what is learned from one pair of a story is never tried on
 * another: briefs of a pair that belongs together are of one story. A pair is of the story of its first brief.
 */
export function storyGroups(pairs: readonly LabelledPair[]): (pair: LabelledPair) => number {
  const parent = new Map<string, string>();
  function rootOf(file: string): string {
    const above = parent.get(file);
    return above === undefined ? file : rootOf(above);
  }
  for (const { a, b, label } of pairs) {
    const [first, second] = [rootOf(a), rootOf(b)];
    if (label !== 'different' && first !== second) parent.set(second, first);
  }
  const numbers = new Map<string, number>();
  for (const root of [...new Set(pairs.flatMap(({ a, b }) => [rootOf(a), rootOf(b)]))].sort())
    numbers.set(root, numbers.size);
  return (pair) => numbers.get(rootOf(pair.a)) ?? 0;
}
