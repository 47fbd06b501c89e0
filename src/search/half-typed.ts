import { convertHangulToQwerty, disassemble } from 'es-hangul';
import { type Term, termsOfText } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';

const HALF = /^([\uac00-\ud7a3]+)[\u3131-\u3163]+$/;
/** Syllables that may be missing. */
const MOST_MORE = 4;

/**
 * An unknown word that ends in letters which make no syllable yet (관세ㅇ, 증ㄹ): the word before them, or the word that
 * begins so, whichever more briefs have. Undefined where it is no such word, neither is known, or it is a Latin word
 * typed with the Korean keyboard.
 */
export function halfTyped({ word }: Term, vocabulary: Vocabulary): Term | undefined {
  const begun = HALF.exec(word.typed)?.[1];
  if (begun === undefined || vocabulary.form(convertHangulToQwerty(word.typed).toLowerCase()))
    return undefined;
  const letters = disassemble(word.typed);
  const whole = vocabulary
    .formsStarting(begun, begun.length + 1, begun.length + MOST_MORE)
    .filter(({ form }) => /^[\uac00-\ud7a3]+$/.test(form) && disassemble(form).startsWith(letters));
  const [best] = [begun, ...whole.map(({ term }) => term)]
    .map((text) => ({ text, briefs: briefsWith(text, vocabulary) }))
    .sort((a, b) => b.briefs - a.briefs);
  return best && best.briefs > 0 ? termsOfText(best.text)[0] : undefined;
}

function briefsWith(text: string, vocabulary: Vocabulary): number {
  const [term] = termsOfText(text);
  return term ? Math.max(...[term.term, ...term.also].map(vocabulary.briefsWith)) : 0;
}
