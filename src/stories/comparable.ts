import type { StoryTerms } from './story-terms.ts';

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
