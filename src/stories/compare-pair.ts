import { tellEnough } from './comparable.ts';
import { daysApart } from './days-apart.ts';
import type { Neighbourhood } from './neighbourhood.ts';
import { type PairFeatures, pairFeatures } from './pair-features.ts';
import { type Measures, type PairWeights, weigh } from './pair-weights.ts';
import { sharedWords } from './shared-words.ts';
import type { StoryTerms } from './story-terms.ts';
import type { Ties } from './ties.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What two briefs are to each other. */
export interface PairComparison {
  label: 'same' | 'follow-up' | 'different';
  /** 0..1: how surely they tell the same event. */
  score: number;
  /** 0..1: how surely one is a later development of the other, where they do not tell the same event. */
  follows: number;
  /** What was weighed; null where addresses or titles decided. */
  measures: Measures | null;
  /** In one sentence, why it was judged so. */
  why(): string;
}

/** What a folder has taught: how rare its words are, which briefs are near each other and which tell one event. */
export interface ComparisonContext {
  vocabulary: Vocabulary;
  neighbourhood: Neighbourhood;
  ties: Ties;
  weights: PairWeights;
}

/** A pair as it is judged before third briefs are heard. */
export interface PairAlone {
  /** Set where addresses or titles decide and nothing needs weighing. */
  verdict: PairComparison | null;
  features: PairFeatures | null;
  /** 0..1: how surely they tell the same event. */
  score: number;
}

/** Scores from which a pair is one event, or a later development. */
const sameFrom = 0.45;
const followsFrom = 0.35;
/** Days after which a later development is news of its own. */
const followUpDays = 14;
/** Days within which an equal title is a reprint; words a title needs so that it is not equal by chance. */
const reprintDays = 30;
const reprintWords = 5;

/** Judges a pair by itself: equal addresses and reprints first, then series, then what the texts have in common. */
export function compareAlone(
  a: StoryTerms,
  b: StoryTerms,
  { vocabulary, neighbourhood, weights }: Omit<ComparisonContext, 'ties'>,
): PairAlone {
  if (isSameAddress(a, b)) return decided('same', 1, 'Both have the same address.');
  if (isReprint(a, b)) return decided('same', 0.99, 'Both have the same title.');
  const features = pairFeatures(a, b, vocabulary, neighbourhood);
  if (features.series === 1) return decided('different', 0, 'Two issues of one series.');
  return { verdict: null, features, score: weigh(features, weights.alone) };
}

/** Judges a pair by itself and by what third briefs say of it. */
export function comparePair(
  a: StoryTerms,
  b: StoryTerms,
  context: ComparisonContext,
  alone = compareAlone(a, b, context),
): PairComparison {
  if (alone.verdict) return alone.verdict;
  const measures = { ...alone.features, ...context.ties.company(a, b) };
  const heard = weigh(measures, context.weights.same);
  // Where no third brief knows both, as of the first two of a story, that speaks against nothing.
  const score = measures.witness > 0 ? heard : Math.max(heard, alone.score);
  const follows = weigh(measures, context.weights.follows);
  const days = daysApart(a, b);
  const why = () => sharedWords(a, b, days, context.vocabulary);
  const enough = tellEnough(a, b, context.vocabulary);
  // What is more surely a later development is one, however much it shares.
  if (score >= sameFrom && score >= follows && enough)
    return { label: 'same', score, follows, measures, why };
  if (follows >= followsFrom && enough && days <= followUpDays)
    return { label: 'follow-up', score, follows, measures, why };
  return { label: 'different', score, follows, measures, why };
}

function decided(label: 'same' | 'different', score: number, reason: string): PairAlone {
  return { verdict: { label, score, follows: 0, measures: null, why: () => reason }, features: null, score };
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
