import { tellEnough } from './comparable.ts';
import { daysApart } from './days-apart.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { pairFeatures } from './pair-features.ts';
import { relatedWeights, sameWeights, weigh } from './pair-weights.ts';
import type { StoryTerms } from './story-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What two briefs are to each other. */
export interface PairComparison {
  label: 'same' | 'follow-up' | 'different';
  /** 0..1: how surely they tell the same event. */
  score: number;
  /** 0..1: how surely they belong together, as one event or as a later development. */
  related: number;
  /** In one sentence, why it was judged so. */
  why(): string;
}

/** What a folder has taught: how rare its words are, and which briefs are near each other. */
export interface ComparisonContext {
  vocabulary: Vocabulary;
  neighbourhood: Neighbourhood;
}

/** Scores from which a pair is one event, or belongs together. */
const sameFrom = 0.5;
const relatedFrom = 0.5;
/** Days after which a later development is news of its own. */
const followUpDays = 14;
/** Days within which an equal title is a reprint; words a title needs so that it is not equal by chance. */
const reprintDays = 30;
const reprintWords = 5;

/** Judges a pair: equal addresses and reprints first, then series, then what the texts have in common. */
export function comparePair(a: StoryTerms, b: StoryTerms, context: ComparisonContext): PairComparison {
  if (isSameAddress(a, b))
    return { label: 'same', score: 1, related: 1, why: () => 'Both have the same address.' };
  if (isReprint(a, b))
    return { label: 'same', score: 0.99, related: 1, why: () => 'Both have the same title.' };
  const features = pairFeatures(a, b, context.vocabulary, context.neighbourhood);
  if (features.series === 1)
    return { label: 'different', score: 0, related: 0, why: () => 'Two issues of one series.' };
  const score = weigh(features, sameWeights);
  const related = weigh(features, relatedWeights);
  const days = daysApart(a, b);
  const why = () => sharedWords(a, b, days, context.vocabulary);
  if (score >= sameFrom && tellEnough(a, b, context.vocabulary))
    return { label: 'same', score, related, why };
  if (related >= relatedFrom && days <= followUpDays) return { label: 'follow-up', score, related, why };
  return { label: 'different', score, related, why };
}

/** A host alone is the address of many articles. */
function isSameAddress(a: StoryTerms, b: StoryTerms): boolean {
  return a.urlKey !== '' && a.urlKey === b.urlKey && /[/?#]/.test(a.urlKey);
}

/** Sister titles reprint under the same headline; in one source an equal headline of another day is a column's. */
function isReprint(a: StoryTerms, b: StoryTerms): boolean {
  const words = a.plainTitle.split(' ').length;
  const wide = /\p{Script=Hangul}/u.test(a.plainTitle) ? 2 : 0;
  if (a.plainTitle !== b.plainTitle || words < reprintWords - wide) return false;
  const days = daysApart(a, b);
  return a.source === b.source && a.source !== '' ? days === 0 : days <= reprintDays;
}

function sharedWords(a: StoryTerms, b: StoryTerms, days: number, vocabulary: Vocabulary): string {
  const shared = [...a.core].filter((id) => b.core.includes(id));
  const telling = shared
    .sort(
      (x, y) =>
        Number(a.names.includes(y)) - Number(a.names.includes(x)) ||
        vocabulary.rarity(y) - vocabulary.rarity(x) ||
        x - y,
    )
    .slice(0, 3)
    .map((id) => vocabulary.termOf(id).replace(/^=/, ''));
  const when = days === 0 ? 'on one day' : days === 1 ? 'one day apart' : `${days} days apart`;
  return telling.length === 0
    ? `No name or rare word in common, ${when}.`
    : `Both tell of ${telling.join(', ')}, ${when}.`;
}
