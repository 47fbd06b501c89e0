import { STOP_WORDS } from './stop-words.ts';
import { type Term, termsOfText } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Two words that never stand side by side must each be no chance find. */
const LEAST_BRIEFS = 2;

/** Splits an unknown word into two known ones (매장폐점, smartglasses), the pair whose rarer half is commonest; undefined where there is none. */
export function splitCompound(word: Term, vocabulary: Vocabulary): Term[] | undefined {
  const least = word.word.script === 'hangul' ? 2 : 4;
  if (word.word.script !== 'hangul' && word.word.script !== 'latin') return undefined;
  let best: Term[] | undefined;
  let bestBriefs = 0;
  for (let at = least; at <= word.form.length - least; at++) {
    const parts = termsOfText(`${word.form.slice(0, at)} ${word.form.slice(at)}`);
    const briefs = Math.min(
      ...parts.map(
        (part) => vocabulary.form(part.word.script === 'hangul' ? part.term : part.form)?.briefs ?? 0,
      ),
    );
    const [first, second] = parts;
    if (parts.length !== 2 || !first || !second || briefs <= bestBriefs) continue;
    if (parts.some((part) => STOP_WORDS.has(part.form) || STOP_WORDS.has(part.term))) continue;
    if (briefs >= LEAST_BRIEFS || vocabulary.hasPhrase([first.term, second.term])) {
      best = parts;
      bestBriefs = briefs;
    }
  }
  return best;
}
