import { disassemble } from 'es-hangul';
import { editDistance } from './edit-distance.ts';
import { skeletonOf, soundLikeness } from './sound.ts';
import { readings } from './sound-keys.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { Form, Vocabulary } from './vocabulary.ts';

export interface Correction {
  form: Form;
  edits: number;
}

const MOST = 3;
const MOST_EDITS = 2;
/** A word this long that is read the same is the same word misspelt (tarrif, tariff). */
const SAME_SOUND = 0.95;
const LEAST_CONSONANTS = 3;
/** Latin words of fewer letters are one letter from many others. */
const SHORTEST = 5;
/** Hangul words of so few syllables sound like others that mean something else (넥슨, 넥센). */
const LONGEST_SHORT = 2;
const VOWEL = /[\u314f-\u3163]/;
/** Vowels that are said alike, and so confused in writing. */
const CONFUSED: [RegExp, string][] = [
  [/ㅐ/g, 'ㅔ'],
  [/ㅒ/g, 'ㅖ'],
  [/ㅙ|ㅚ/g, 'ㅞ'],
];

/** Known words that an unknown one may be a misspelling of, best first; Hangul is compared by its jamo. */
export function spellingCandidates(word: string, vocabulary: Vocabulary): Correction[] {
  if (/[0-9]/.test(word)) return [];
  const hangul = /^[\uac00-\ud7a3]/.test(word);
  const letters = lettersOf(word);
  const allowed = allowedEdits(letters.length, hangul);
  if (allowed === undefined) return [];
  // One edit leaves the beginning or the end of a word as it was.
  const sure = hangul ? 1 : word.length < 7 ? 2 : 3;
  const slack = hangul ? 1 : MOST_EDITS;
  const mayBeHeard = !hangul || word.length > LONGEST_SHORT;
  const corrections: Correction[] = [];
  const shortest = word.length - slack;
  const longest = word.length + slack;
  const forms = new Map<string, Form>();
  for (const form of vocabulary.formsStarting(word.slice(0, sure), shortest, longest))
    forms.set(form.form, form);
  for (const form of vocabulary.formsEnding(word.slice(-sure), shortest, longest)) forms.set(form.form, form);
  for (const form of forms.values()) {
    if (STOP_WORDS.has(form.form) || /[0-9=]/.test(form.form)) continue;
    const theirs = lettersOf(form.form);
    const edits = editDistance(letters, theirs);
    const tooShort = !hangul && theirs.length < SHORTEST;
    const near =
      !tooShort && edits <= allowed && !(edits === 1 && replacedInShortWord(letters, theirs, hangul));
    const unfinished = mayBeHeard && hangul && isUnfinished(letters, theirs);
    if (near || unfinished || (mayBeHeard && edits <= MOST_EDITS && soundsTheSame(word, form.form)))
      corrections.push({ form, edits });
  }
  return corrections.sort((a, b) => a.edits - b.edits || b.form.briefs - a.form.briefs).slice(0, MOST);
}

/** How many letters may be inserted, deleted, replaced or swapped before it is another word; undefined for a word too short to tell. */
function allowedEdits(length: number, hangul: boolean): number | undefined {
  if (hangul) return length < 11 ? 0 : 1;
  if (length < SHORTEST) return undefined;
  return length < 9 ? 1 : 2;
}

/** One letter replaced in a short word makes another word (naver, never) more often than a misspelling. */
function replacedInShortWord(a: string, b: string, hangul: boolean): boolean {
  if (hangul || a.length > 6 || a.length !== b.length) return false;
  return [...a].sort().join('') !== [...b].sort().join('');
}

/** The last syllable lacks its last letter: what a Korean keyboard shows before the word is done. */
function isUnfinished(letters: string, theirs: string): boolean {
  return theirs.length === letters.length + 1 && theirs.startsWith(letters) && !VOWEL.test(theirs.slice(-1));
}

function soundsTheSame(a: string, b: string): boolean {
  for (const mine of readings(a)) {
    if (skeletonOf(mine).length < LEAST_CONSONANTS) continue;
    if (readings(b).some((theirs) => soundLikeness(mine, theirs) >= SAME_SOUND)) return true;
  }
  return false;
}

function lettersOf(word: string): string {
  let letters = disassemble(word.replaceAll(' ', ''));
  for (const [vowel, like] of CONFUSED) letters = letters.replace(vowel, like);
  return letters;
}
