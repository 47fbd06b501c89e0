import { firstLetters, lettersSpeltOut } from './letter-names.ts';
import { bestLikeness } from './sound.ts';
import { readings, skeletonsOf } from './sound-keys.ts';
import type { Form, Vocabulary } from './vocabulary.ts';

/** The letters already agree, so the rest may be spelt roughly. */
const LEAST_LIKENESS = 0.75;
/** One letter agrees with many words. */
const LEAST_LIKENESS_OF_REST = 0.88;
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
  return initialForms(word, vocabulary);
}

/** Known words that begin with a letter whose name a Hangul word begins with, and go on as it sounds: 지메일 is gmail, 이커머스 ecommerce. */
function initialForms(word: string, vocabulary: Vocabulary): Form[] {
  const found: Form[] = [];
  for (const { letter, rest } of firstLetters(word)) {
    if (rest.length < 2) continue;
    for (const start of skeletonsOf(letter))
      for (const skeleton of skeletonsOf(rest)) candidates(start + skeleton, letter, rest);
  }
  return found.sort((a, b) => b.briefs - a.briefs);

  function candidates(skeleton: string, letter: string, rest: string): void {
    for (const form of vocabulary.formsBySkeleton(skeleton)) {
      const ending = form.form.slice(letter.length);
      const fits = form.form.startsWith(letter) && /^[a-z]+$/.test(ending);
      if (fits && bestLikeness(readings(rest), readings(ending)) >= LEAST_LIKENESS_OF_REST) found.push(form);
    }
  }
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
