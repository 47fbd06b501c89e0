import { comparable, plainWords } from './comparable.ts';
import { daysApart, laterOf } from './days-apart.ts';
import { sharedKinds } from './event-kind.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { overlap } from './overlap.ts';
import { isSameSeries } from './series-title.ts';
import type { StoryTerms } from './story-terms.ts';
import { rarest, type Vocabulary } from './vocabulary.ts';

/** What two briefs have in common and what speaks against one event, each between 0 and 1. */
export type PairFeatures = ReturnType<typeof pairFeatures>;

/** What two briefs share in tags where one of them has none. */
const usualTags = 0.1;
/** The same of the words beside the names, where the two are told in no common language. */
const usualPlainWords = 0.2;
/** Rarity beyond the common that shared names, and shared words, can have at most. */
const mostNames = 9;
const mostWords = 12;

/** Measures a pair by itself; what third briefs say of it is added by {@link Ties}. */
export function pairFeatures(
  a: StoryTerms,
  b: StoryTerms,
  vocabulary: Vocabulary,
  neighbourhood: Neighbourhood,
) {
  const [x, y] = comparable(a, b);
  const names = overlap(a.names, b.names, vocabulary);
  const rarestNames = (names.top[0] + names.top[1]) / 2 / rarest;
  const days = daysApart(a, b);
  const plain = plainWords(a, b);
  const tagged = a.tags.length > 0 && b.tags.length > 0;
  return {
    /** Of the title that is told more fully by the other brief: how much of it the other says anywhere. */
    titleTold: Math.max(
      told(x.title, [y.core, y.english], vocabulary),
      told(y.title, [x.core, x.english], vocabulary),
    ),
    names: Math.min(1, names.telling / mostNames),
    rarestName: names.top[0] / rarest,
    /** The two rarest shared names, less for every day between; and only where it is three days at most. */
    namesNear: rarestNames * Math.exp(-days / 4),
    namesSoon: days <= 3 ? rarestNames : 0,
    words: Math.min(1, overlap(a.english, b.english, vocabulary).telling / mostWords),
    plainWords: plain ? overlap(...plain, vocabulary).share : usualPlainWords,
    sameSubject: a.subject >= 0 && a.subject === b.subject ? vocabulary.rarity(a.subject) / rarest : 0,
    tags: tagged ? overlap(a.tags, b.tags, vocabulary).cosine : usualTags,
    kinds: sharedKinds(a.kinds, b.kinds),
    /** How alike they are beside what else either is like; whether one is the other's nearest. */
    margin: neighbourhood.margin(a, b),
    nearest: 1 / (1 + neighbourhood.rank(a, b)),
    /** A name in each title that the other brief nowhere has: the rarity of the less rare. */
    strangers: Math.min(missing(a.titleNames, b, vocabulary), missing(b.titleNames, a, vocabulary)) / rarest,
    sameSource: a.source !== '' && a.source === b.source ? 1 : 0,
    afterthought: days > 0 && laterOf(a, b).afterthought ? 1 : 0,
    series: isSameSeries(a.series, b.series, a.plainTitle === b.plainTitle) ? 1 : 0,
  };
}

/** How much of a title other lists have, each word weighed by its rarity, 0..1. */
function told(title: Uint32Array, lists: readonly Uint32Array[], vocabulary: Vocabulary): number {
  let all = 0;
  let found = 0;
  for (const id of title) {
    const weight = vocabulary.rarity(id);
    all += weight;
    if (lists.some((list) => list.includes(id))) found += weight;
  }
  return all > 0 ? found / all : 0;
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
