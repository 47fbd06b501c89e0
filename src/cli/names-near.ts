import { editDistance } from '../search/edit-distance.ts';

const shown = 3;

/** The last part of a path, without what every brief's name ends in. */
function stem(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.[a-z]+(?=#|$)/i, '').toLowerCase();
}

/** Names that somebody may have meant who typed another one: those that hold it, or differ by a third at most; nearest first. */
export function namesNear(typed: string, names: readonly string[]): string[] {
  const wanted = stem(typed);
  const far = Math.max(1, Math.floor(wanted.length / 3));
  return names
    .map((name) => {
      const own = stem(name);
      return { name, steps: own.includes(wanted) ? 0 : editDistance(own, wanted) };
    })
    .filter(({ steps }) => steps <= far)
    .sort((a, b) => a.steps - b.steps || (a.name < b.name ? -1 : 1))
    .slice(0, shown)
    .map(({ name }) => name);
}
