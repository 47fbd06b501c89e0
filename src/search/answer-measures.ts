import { type FoundGroup, type Neighbours, type Ranked, raritiesOf } from './rank-briefs.ts';

/** What tells whether the briefs found are about what was asked; shares are of the rarity of the query. */
export interface AnswerMeasures {
  /** The most that one brief answers. */
  coverage: number;
  /** What the briefs have and the best brief has not. */
  missed: number;
  /** What stands side by side in the best brief as it was asked. */
  near: number;
  /** How much the best brief is about what it is least about of all it answers. */
  about: number;
  /** How rare what is answered is, counted in words that one brief has. */
  rare: number;
  /** 1 where the query is of two words, of three, of more. */
  two: number;
  three: number;
  sentence: number;
}

/** Measures an answer, best brief first; undefined where nothing was found. */
export function answerMeasures(
  groups: readonly FoundGroup[],
  ranked: readonly Ranked[],
  neighbours: readonly Neighbours[],
  briefs: number,
): AnswerMeasures | undefined {
  const [best] = ranked;
  if (!best) return undefined;
  const rarities = raritiesOf(groups, briefs);
  const sum = rarities.reduce((a, b) => a + b, 0) || 1;
  const near = new Set(neighbours.flatMap(({ groups: pair, ids }) => (ids.includes(best.id) ? pair : [])));
  const coverage = ranked.reduce((most, entry) => Math.max(most, entry.coverage), 0);
  return {
    coverage,
    missed:
      rarities.reduce(
        (total, rarity, g) => total + (groups[g]?.found.length && !best.by[g] ? rarity : 0),
        0,
      ) / sum,
    near: rarities.reduce((total, rarity, g) => total + (near.has(g) ? rarity : 0), 0) / sum,
    about: Math.min(...best.shares.filter((_share, g) => best.by[g])),
    rare: (sum * coverage) / Math.log(briefs + 2),
    two: Number(groups.length === 2),
    three: Number(groups.length === 3),
    sentence: Number(groups.length > 3),
  };
}
