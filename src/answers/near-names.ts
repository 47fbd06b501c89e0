import { editDistance } from '../search/edit-distance.ts';

const mostNames = 3;
/** Words shorter than this are like too many others. */
const leastLetters = 4;
/** So much of a word may be written otherwise. */
const mostOtherwise = 1 / 3;

/** The names most like one that nobody knows: as a whole, or in one of their words. */
export function nearNames(wanted: string, names: readonly string[]): string[] {
  const own = partsOf(wanted);
  return names
    .map((name) => {
      const otherwise = partsOf(name).flatMap((part) =>
        own.map((word) => editDistance(part, word) / Math.max(part.length, word.length)),
      );
      return { name, otherwise: Math.min(1, ...otherwise) };
    })
    .filter(({ otherwise }) => otherwise <= mostOtherwise)
    .sort((a, b) => a.otherwise - b.otherwise)
    .slice(0, mostNames)
    .map(({ name }) => name);
}

/** The whole, and its words. */
function partsOf(name: string): string[] {
  const whole = name.toLowerCase().trim();
  const words = whole.split(/[\s/.,·-]+/).filter((word) => word.length >= leastLetters);
  return [whole, ...words];
}
