import type { Term } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * A typed word as a person would write it alone: a Latin one as it was typed, a Hangul one without the ending (관세가 is
 * 관세), unless the briefs never have it without (유니클로 is no 유니클 with 로).
 */
export function wordAsWritten({ word, also, term, form }: Term, vocabulary: Vocabulary): string {
  if (word.script === 'latin') return word.typed.replace(/['’]s$/i, '');
  if (word.script !== 'hangul') return form;
  let written = form;
  for (const stem of [...also, term])
    if (vocabulary.briefsWith(stem) > vocabulary.briefsWith(written)) written = stem;
  return written;
}
