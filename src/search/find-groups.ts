import type { Group } from './alternative.ts';
import { type Filter, type Matches, type MatchReader, phraseOf } from './match-reader.ts';
import type { FoundGroup } from './rank-briefs.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word in more than this share of all briefs only tells apart what the rarer words of the query found. */
const COMMON = 0.1;
/** How much a brief is taken to be about a common word it has, elsewhere and in its title or labels. */
const COMMON_SHARE = 1;
const TITLED_SHARE = 2;

/** Finds the briefs for every alternative of every group; for common words only among those the rarer words found. */
export function findGroups(
  groups: readonly Group[],
  filter: Filter,
  briefs: number,
  { matches, vocabulary }: { matches: MatchReader; vocabulary: Vocabulary },
): FoundGroup[] {
  const standings = groups.map((group) => standing(group, vocabulary));
  const isCommon = standings.map((standing) => standing > COMMON * briefs);
  const someRare = groups.some((group, g) => group.alternatives.length > 0 && !isCommon[g]);
  // What answers several words of the query stands in the group of each.
  const known = new Map<string, Matches>();
  function matchesOf(terms: readonly string[]): Matches {
    const expression = phraseOf(terms);
    const [only, ...others] = terms;
    const standing = only === undefined || others.length > 0 ? undefined : vocabulary.briefsWith(only);
    const found = known.get(expression) ?? matches.matches(expression, filter, briefs, standing);
    known.set(expression, found);
    return found;
  }
  return groups.map((group, g) => {
    const [best] = group.alternatives;
    if (best && someRare && isCommon[g]) {
      const either = group.alternatives.map(({ terms }) => phraseOf(terms)).join(' OR ');
      const titled = new Set(matches.anyOf(`{title labels} : (${either})`));
      const rows = matches
        .anyOf(either)
        .map((id): [number, number] => [id, titled.has(id) ? TITLED_SHARE : COMMON_SHARE]);
      return {
        group,
        common: true,
        found: [{ alternative: best, matches: { briefs: standings[g] ?? 0, rows } }],
      };
    }
    const found = group.alternatives.map((alternative) => ({
      alternative,
      matches: matchesOf(alternative.terms),
    }));
    return { group, common: false, found };
  });
}

/** In how many briefs the commonest plain alternative of a group stands. */
function standing(group: Group, vocabulary: Vocabulary): number {
  let most = 0;
  for (const { terms } of group.alternatives) {
    if (terms.length === 1) most = Math.max(most, vocabulary.briefsWith(terms[0] ?? ''));
  }
  return most;
}
