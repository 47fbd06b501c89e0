import type { StoryTerms } from './story-terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One sentence on what two briefs have in common: their rarest shared names and words, and how far apart they are. */
export function sharedWords(a: StoryTerms, b: StoryTerms, days: number, vocabulary: Vocabulary): string {
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
