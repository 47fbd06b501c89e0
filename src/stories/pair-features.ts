import { comparable } from './comparable.ts';
import { daysApart, laterOf } from './days-apart.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { overlap } from './overlap.ts';
import { isSameSeries } from './series-title.ts';
import type { StoryTerms } from './story-terms.ts';
import { rarest, type Vocabulary } from './vocabulary.ts';

/** What two briefs have in common and what speaks against one event, each between 0 and 1. */
export type PairFeatures = ReturnType<typeof pairFeatures>;

/** What two briefs share in tags where one of them has none. */
const usualTags = 0.1;

/** Measures a pair by itself; what third briefs say of it is added by {@link Ties}. */
export function pairFeatures(
  a: StoryTerms,
  b: StoryTerms,
  vocabulary: Vocabulary,
  neighbourhood: Neighbourhood,
) {
  const [x, y] = comparable(a, b);
  const core = overlap(x.core, y.core, vocabulary);
  const names = overlap(a.names, b.names, vocabulary);
  const days = daysApart(a, b);
  const soon = days <= 3 ? 1 : 0;
  const tagged = a.tags.length > 0 && b.tags.length > 0;
  return {
    titleShare: overlap(x.title, y.title, vocabulary).share,
    coreSoon: days <= 1 ? mean(core.top) / rarest : 0,
    names: names.cosine,
    namesSoon: ((names.top[0] + names.top[1]) / 2 / rarest) * soon,
    rareShared: Math.min(1, core.telling / 12),
    sameSubject: a.subject >= 0 && a.subject === b.subject ? vocabulary.rarity(a.subject) / rarest : 0,
    tags: tagged ? overlap(a.tags, b.tags, vocabulary).cosine : usualTags,
    nearest: 1 / (1 + neighbourhood.rank(a, b)),
    strangers: Math.min(missing(a.titleNames, b, vocabulary), missing(b.titleNames, a, vocabulary)) / rarest,
    sameSource: a.source !== '' && a.source === b.source ? 1 : 0,
    sameKind: (a.titleKinds & b.titleKinds) === 0 ? 0 : 1,
    afterthought: days > 0 && laterOf(a, b).afterthought ? 1 : 0,
    series: isSameSeries(a.series, b.series, a.plainTitle === b.plainTitle) ? 1 : 0,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Rarity of the rarest name in one title that the other brief nowhere has. */
function missing(titleNames: Uint32Array, other: StoryTerms, vocabulary: Vocabulary): number {
  let rarestMissing = 0;
  for (const name of titleNames) {
    if (other.core.includes(name) || other.english.includes(name)) continue;
    rarestMissing = Math.max(rarestMissing, vocabulary.rarity(name));
  }
  return rarestMissing;
}
