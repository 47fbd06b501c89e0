import { lettersSpeltOut } from './letter-names.ts';
import { bestLikeness } from './sound-candidates.ts';
import { readings } from './sound-keys.ts';
import type { Form, Vocabulary } from './vocabulary.ts';

/** The letters already agree, so the rest may be spelt roughly. */
const LEAST_LIKENESS = 0.75;
const LONGEST_REST = 12;

/** Known words that end in letters which the end of a Hangul word spells out: 비엔피엘 is bnpl, 챗지피티 is chatgpt. */
export function speltForms(word: string, vocabulary: Vocabulary): Form[] {
  for (let at = 0; at < word.length - 1; at++) {
    const letters = lettersSpeltOut(word.slice(at));
    if (letters === undefined) continue;
    if (at > 0) return mixedForms(word.slice(0, at), letters, vocabulary);
    const whole = vocabulary.form(letters);
    if (whole) return [whole];
  }
  return [];
}

/** Known words that end in Latin letters and begin as a Hangul word sounds: 챗 + gpt, 노트북 + lm. Commonest first. */
export function mixedForms(hangul: string, latin: string, vocabulary: Vocabulary): Form[] {
  const found: Form[] = [];
  for (const form of vocabulary.formsEnding(latin, latin.length + 2, latin.length + LONGEST_REST)) {
    const rest = form.form.slice(0, -latin.length);
    if (rest === hangul) found.push(form);
    else if (/^[a-z]+$/.test(rest) && bestLikeness(readings(hangul), readings(rest)) >= LEAST_LIKENESS)
      found.push(form);
  }
  return found.sort((a, b) => b.briefs - a.briefs);
}
