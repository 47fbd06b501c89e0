import type { Alternative, Group } from './alternative.ts';
import type { Matches } from './match-reader.ts';

/** A group of the query with what was found for each of its alternatives. */
export interface FoundGroup {
  group: Group;
  /** Too common to find briefs by: it only adds to those the other groups found. */
  common: boolean;
  found: { alternative: Alternative; matches: Matches }[];
}

/** A brief that answers the query. */
export interface Ranked {
  id: number;
  score: number;
  /** 0..1: how much of the query's rarity the brief answers. */
  coverage: number;
  /** The alternative that counted, per group; undefined where the group is not answered. */
  by: (Alternative | undefined)[];
  /** How much of the brief is about each group. */
  shares: number[];
}

/** A bonus for words of the query that stand side by side in the brief. */
export interface Neighbours {
  groups: [number, number];
  /** Numbers of the briefs. */
  ids: readonly number[];
}

/** An alternative this good says how common a word of the query is. */
const SAME_WORD = 0.6;
const NEIGHBOURS = 0.35;
const COVERAGE_POWER = 1.5;
const RECENCY = 0.01;
/** Who asks names first what it is about. */
const FIRST = 1.4;

/** A query this long is a sentence, and an unknown word in it rather a turn of phrase than what it is about. */
const SENTENCE = 4;
const VERSION = /^[a-z]?[0-9]+(?:\.[0-9]+)*[a-z]?$/;
const VERSION_SHARE = 0.3;

/**
 * How rare each group is, and so how much it counts. An unknown word is as rare as can be; in a sentence as rare as the
 * known ones are. The number of a version nobody wrote about (Kimi K9) counts little: the name says what it is about.
 */
export function raritiesOf(groups: readonly FoundGroup[], briefs: number): number[] {
  const rarities = groups.map((group, g) => rarityOf(group, briefs) * (g === 0 ? FIRST : 1));
  const known = rarities.filter((_rarity, g) => (groups[g]?.found.length ?? 0) > 0);
  if (known.length === 0) return rarities;
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  return groups.map(({ found, group }, g) => {
    const rarity = rarities[g] ?? 0;
    if (found.length > 0) return rarity;
    if (VERSION.test(group.typed)) return Math.min(rarity, mean * VERSION_SHARE);
    return groups.length < SENTENCE ? rarity : Math.min(rarity, mean);
  });
}

/** The logarithm of the inverse document frequency, as in BM25. */
function rarityOf({ found }: FoundGroup, briefs: number): number {
  let standing = 0;
  for (const { alternative, matches } of found) {
    if (alternative.weight >= SAME_WORD) standing = Math.max(standing, matches.briefs);
  }
  if (standing === 0) for (const { matches } of found) standing = Math.max(standing, matches.briefs);
  return Math.log(1 + (briefs - standing + 0.5) / (standing + 0.5));
}

/** Ranks the briefs that answer enough of the query, best first. `briefs` is how many there are, `newest` the largest number. */
export function rankBriefs(
  groups: readonly FoundGroup[],
  neighbours: readonly Neighbours[],
  briefs: number,
  newest: number,
  leastCoverage: number,
): Ranked[] {
  const rarities = raritiesOf(groups, briefs);
  const sum = rarities.reduce((a, b) => a + b, 0) || 1;
  const known = rarities.reduce((a, rarity, g) => a + (groups[g]?.found.length ? rarity : 0), 0) / sum;
  const ranked = new Map<number, Ranked & { best: number[] }>();
  const rareFirst = [...groups.entries()].sort(([, a], [, b]) => Number(a.common) - Number(b.common));
  for (const [g, { found, common }] of rareFirst) {
    for (const { alternative, matches } of found) {
      for (const [id, share] of matches.rows) {
        if (common && !ranked.has(id)) continue;
        const entry = ranked.get(id) ?? { id, score: 0, coverage: 0, by: [], shares: [], best: [] };
        ranked.set(id, entry);
        const worth = share * alternative.weight;
        if (worth <= (entry.best[g] ?? 0)) continue;
        entry.best[g] = worth;
        entry.by[g] = alternative;
        entry.shares[g] = share;
      }
    }
  }
  const hasParts = groups.some(({ group }) => group.partOf !== undefined);
  for (const entry of ranked.values()) {
    if (hasParts) dropHalves(groups, entry);
    for (const [g, rarity] of rarities.entries()) {
      entry.score += rarity * (entry.best[g] ?? 0);
      entry.coverage += (rarity / sum) * Math.min(1, entry.by[g]?.weight ?? 0);
    }
  }
  for (const { groups: pair, ids } of neighbours) {
    const bonus = NEIGHBOURS * pair.reduce((total, g) => total + (rarities[g] ?? 0), 0);
    for (const id of ids) {
      const entry = ranked.get(id);
      if (entry) entry.score += bonus;
    }
  }
  const answers = [...ranked.values()].filter(
    (entry) => entry.coverage > 0 && entry.coverage >= leastCoverage * known,
  );
  for (const entry of answers) {
    entry.score =
      entry.score * entry.coverage ** COVERAGE_POWER * (1 + RECENCY * (entry.id / Math.max(newest, 1)));
  }
  return answers.sort((a, b) => b.score - a.score || b.id - a.id);
}

/** A brief with some words of a compound says nothing of the whole: 재무책임자 is not found by 책임자. */
function dropHalves(groups: readonly FoundGroup[], entry: Ranked & { best: number[] }): void {
  const lacking = new Set(groups.flatMap(({ group }, g) => (entry.by[g] ? [] : [group.partOf])));
  for (const [g, { group }] of groups.entries()) {
    if (group.partOf === undefined || !lacking.has(group.partOf)) continue;
    entry.by[g] = undefined;
    entry.best[g] = 0;
  }
}
