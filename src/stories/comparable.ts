import { overlap } from './overlap.ts';
import type { StoryTerms } from './story-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The lists of two briefs that can be held against each other. */
export type Comparable = Pick<StoryTerms, 'title' | 'english' | 'core'>;

/** Where one brief tells nothing in English, only names and figures are comparable; otherwise all words are. */
export function comparable(a: StoryTerms, b: StoryTerms): [Comparable, Comparable] {
  if (a.hasEnglish && b.hasEnglish) return [a, b];
  return [bridgeOf(a), bridgeOf(b)];
}

function bridgeOf(terms: StoryTerms): Comparable {
  return { title: terms.titleNames, english: terms.bridge, core: terms.bridge };
}

/** What is done: the words that are no names, in a language that both are told in; null where there is none. */
export function plainWords(a: StoryTerms, b: StoryTerms): [Uint32Array, Uint32Array] | null {
  if (a.hasEnglish && b.hasEnglish) return [a.plain, b.plain];
  return a.hasKorean && b.hasKorean ? [a.korean, b.korean] : null;
}

/** Names and figures that must agree where nothing else can be compared: fewer name only who it is about. */
const enoughNames = 4;
/** Rarity beyond the common that Korean words must share where both briefs tell in Korean. */
const enoughKorean = 2;

/** False for a pair without common English text whose names, figures and Korean words are too few to tell an event. */
export function tellEnough(a: StoryTerms, b: StoryTerms, vocabulary: Vocabulary): boolean {
  if (a.hasEnglish && b.hasEnglish) return true;
  if (overlap(a.bridge, b.bridge, vocabulary).count < enoughNames) return false;
  return !(a.hasKorean && b.hasKorean) || overlap(a.korean, b.korean, vocabulary).telling >= enoughKorean;
}
