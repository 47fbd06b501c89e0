import { editDistance } from '../search/edit-distance.ts';

const mostNames = 3;
/** Words shorter than this are like too many others. */
const leastLetters = 4;
/** So much of a word may be written otherwise. */
const mostOtherwise = 1 / 3;

/**
 * The names most like one that nobody knows: as a whole, or in one of their words; and what else stands there, if more
 * was said than the name.
 */
export function nearNames(wanted: string, names: readonly string[]): { name: string; rest: string }[] {
  const own = partsOf(wanted);
  return names
    .map((name) => ({ name, otherwise: Math.min(1, ...own.map((part) => unlikeness(part, partsOf(name)))) }))
    .filter(({ otherwise }) => otherwise <= mostOtherwise)
    .sort((a, b) => a.otherwise - b.otherwise)
    .slice(0, mostNames)
    .map(({ name }) => ({ name, rest: restOf(wanted, name) }));
}

/** The words beyond as many as the name has. */
function restOf(wanted: string, name: string): string {
  return wanted.split(/\s+/).slice(name.split(/\s+/).length).join(' ');
}

/** How much of a word would have to be written otherwise to be one of others, from 0 to 1. */
function unlikeness(word: string, others: readonly string[]): number {
  return Math.min(
    ...others.map((other) => editDistance(other, word) / Math.max(other.length, word.length, 1)),
  );
}

/** The whole, and its words. */
function partsOf(name: string): string[] {
  const whole = name.toLowerCase().trim();
  const words = whole.split(/[\s/.,·-]+/).filter((word) => word.length >= leastLetters);
  return [whole, ...words];
}
