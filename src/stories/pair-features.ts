import { comparable } from './comparable.ts';
import { daysApart, earlierDay, laterOf } from './days-apart.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { overlap } from './overlap.ts';
import { isSameSeries } from './series-title.ts';
import type { StoryTerms } from './story-terms.ts';
import { rarest, type Vocabulary } from './vocabulary.ts';

/** What two briefs have in common and what speaks against one event; each between 0 and 1, `closeness` -1..1. */
export type PairFeatures = ReturnType<typeof pairFeatures>;

/** Likeness that even unrelated briefs of a small folder have. */
const usualLikeness = 0.08;

/**
 * Measures a pair. What the pair shares is set against what either shares with its other neighbours of those weeks:
 * among fifty briefs on one topic, being alike says little.
 */
export function pairFeatures(
  a: StoryTerms,
  b: StoryTerms,
  vocabulary: Vocabulary,
  neighbourhood: Neighbourhood,
) {
  const [x, y] = comparable(a, b);
  const title = overlap(x.title, y.title, vocabulary);
  const core = overlap(x.core, y.core, vocabulary);
  const names = overlap(a.names, b.names, vocabulary);
  const titleNames = overlap(a.titleNames, b.titleNames, vocabulary);
  const pairs = overlap(a.pairs, b.pairs, vocabulary);
  const titleTold =
    (overlap(x.title, y.english, vocabulary).share + overlap(y.title, x.english, vocabulary).share) / 2;
  const days = daysApart(a, b);
  const since = earlierDay(a, b);
  const likeness = neighbourhood.likeness(a, b);
  const usual =
    (Math.max(usualLikeness, neighbourhood.density(a)) + Math.max(usualLikeness, neighbourhood.density(b))) /
    2;
  const threeDays = days <= 3 ? 1 : 0;
  const freshName = a.names.some((name) => b.names.includes(name) && neighbourhood.isFresh(name, since));
  const namesTop = titleNames.top[0] / rarest;
  return {
    closeness: Math.max(-2, Math.min(2, Math.log((likeness + usualLikeness / 2) / usual))) / 2,
    titleShare: title.share,
    titleTold,
    titleToldSoon: titleTold * threeDays,
    coreSoon: days <= 1 ? mean(core.top) / rarest : 0,
    names: names.cosine,
    namesSoon: ((names.top[0] + names.top[1]) / 2 / rarest) * threeDays,
    freshTitleName: freshName ? namesTop : 0,
    neighbours: pairs.top[0] / rarest,
    strangers: Math.min(missing(a.titleNames, b, vocabulary), missing(b.titleNames, a, vocabulary)) / rarest,
    sameSource: a.source !== '' && a.source === b.source ? 1 : 0,
    sameKind: (a.titleKinds & b.titleKinds) === 0 ? 0 : 1,
    resultsSoon: tellsResults(a) && tellsResults(b) ? namesTop * threeDays : 0,
    afterthought: days > 0 && laterOf(a, b).afterthought ? 1 : 0,
    series: isSameSeries(a.series, b.series, a.plainTitle === b.plainTitle) ? 1 : 0,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Quarterly figures: one company tells them once, and every outlet picks another number. */
function tellsResults(terms: StoryTerms): boolean {
  return ((terms.kinds >> 3) & 1) === 1;
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
