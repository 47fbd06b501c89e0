import { convertHangulToQwerty, convertQwertyToHangul } from 'es-hangul';
import { type Alternative, addAlternative } from './alternative.ts';
import { isEnglishWord } from './english-words.ts';
import { INITIALS } from './name-phrases.ts';
import type { Origin } from './search-types.ts';
import { bestLikeness } from './sound.ts';
import { soundCandidates } from './sound-candidates.ts';
import { readings, skeletonsOf } from './sound-keys.ts';
import { spellingCandidates } from './spelling-candidates.ts';
import { speltForms } from './spelt-forms.ts';
import { splitCompound } from './split-compound.ts';
import { type Term, termsOfText, WHOLE } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';
import { wordAsWritten } from './word-as-written.ts';

const STEM = 0.9;
const TRANSLATION = { base: 0.42, slope: 0.55 };
/** A translation that sounds like the word is the word itself in the other script. */
export const SOUNDS_TOO = 0.95;
const SOUNDS_TOO_LIKENESS = 0.7;
const SOUND = 0.9;
const PARTS = 0.9;
const SPELLING = [1, 0.85, 0.7];
/** Words there is enough to hear in. */
const SOUNDING = /^(?:[a-z]{3,}|[\uac00-\ud7a3]{2,})$/;
/** Only the best candidate counts fully. */
const SECOND = 0.5;
/** A known word with a translation this sure needs no word that merely sounds like it. */
const SURE = 0.2;
/** What a word typed with the wrong keyboard must sound like one that is known. */
const SURE_LIKENESS = 0.9;
/** What a word that is known must sound like another to be taken for it too. */
const KNOWN_LIKENESS = 0.88;

/**
 * Every way to find one word, from the words of the briefs; empty where nothing comes near. Where `isWord` says that it is
 * known to mean something, it is no misspelling and no other word heard.
 */
export function expandWord(term: Term, vocabulary: Vocabulary, isWord: boolean): Alternative[] {
  const found = literally(term, vocabulary);
  if (found.length > 0) {
    addParts(found, term, vocabulary);
    const sure = addTranslations(found, vocabulary);
    for (const name of byInitials(term, vocabulary) ?? []) addAlternative(found, name);
    if (!sure && term.word.script === 'hangul') addSounds(found, term, vocabulary, KNOWN_LIKENESS);
    return found;
  }
  if (isWord || isEnglishWord(term.form)) return [];
  return (
    byInitials(term, vocabulary) ??
    byKeyboard(term, vocabulary) ??
    bySpeltLetters(term, vocabulary) ??
    byLikeness(term, vocabulary)
  );
}

/** The word as typed, by its whole form and its stems. */
export function literally(term: Term, vocabulary: Vocabulary): Alternative[] {
  const found: Alternative[] = [];
  for (const [i, text] of [...term.also, term.term].entries()) {
    if (vocabulary.briefsWith(text) === 0) continue;
    const typed = text === term.form || text === WHOLE + term.form;
    const weight = typed ? 1 : term.word.script === 'hangul' ? 0.98 ** i : STEM;
    const shown =
      typed || term.word.script === 'hangul' ? wordAsWritten(term, vocabulary) : vocabulary.shown(text);
    found.push({ terms: [text], shown, origin: typed ? 'as typed' : 'stem', weight });
  }
  return found;
}

/** Adds the learned translations of what was found; true where one of them is sure. */
function addTranslations(found: Alternative[], vocabulary: Vocabulary): boolean {
  let isSure = false;
  for (const { terms, weight } of [...found]) {
    if (terms.length > 1) continue;
    for (const { other, p } of vocabulary.translations(terms[0] ?? '')) {
      isSure ||= p >= SURE;
      const sure = TRANSLATION.base + TRANSLATION.slope * Math.sqrt(p);
      const worth = weight * (soundsLike(terms[0] ?? '', other) ? Math.max(sure, SOUNDS_TOO) : sure);
      addAlternative(found, {
        terms: [other],
        shown: vocabulary.shown(other),
        origin: 'translation',
        weight: worth,
      });
    }
  }
  return isSure;
}

/** A compound is found by its parts written apart, too. */
function addParts(found: Alternative[], term: Term, vocabulary: Vocabulary): void {
  const parts = splitCompound(term, vocabulary);
  const known = found[0];
  if (
    !parts ||
    !known ||
    parts.some((part) => vocabulary.briefsWith(part.term) <= vocabulary.briefsWith(term.term))
  )
    return;
  const shown = parts.map((part) => part.form).join(' ');
  addAlternative(found, {
    terms: parts.map((part) => part.term),
    shown,
    origin: 'part of a compound',
    weight: PARTS,
  });
}

function addSpellings(found: Alternative[], term: Term, vocabulary: Vocabulary): void {
  const corrections = firstFound(term, (word) => spellingCandidates(word, vocabulary));
  for (const [i, { form, edits }] of corrections.entries()) {
    addForm(
      found,
      form.term,
      form.form,
      'spelling',
      (SPELLING[edits] ?? 0) * (i === 0 ? 1 : SECOND),
      vocabulary,
    );
  }
}

/** Whether two words, or names of several, are the same one in two scripts. */
export function soundsLike(word: string, other: string): boolean {
  const shared = skeletonsOf(word).some((skeleton) => skeletonsOf(other).includes(skeleton));
  return shared && bestLikeness(readings(word), readings(other)) >= SOUNDS_TOO_LIKENESS;
}

function addSounds(found: Alternative[], term: Term, vocabulary: Vocabulary, least: number): void {
  const candidates = firstFound(term, (word) =>
    SOUNDING.test(word) ? soundCandidates(word, vocabulary) : [],
  );
  for (const { form, likeness, share } of candidates) {
    if (likeness >= least)
      addForm(found, form.term, form.form, 'sound', SOUND * likeness * share, vocabulary);
  }
}

/** A word typed with the keyboard set to the other language. */
function byKeyboard(term: Term, vocabulary: Vocabulary): Alternative[] | undefined {
  const { script, typed } = term.word;
  const other = script === 'latin' ? hangulTyped(typed) : convertHangulToQwerty(typed).toLowerCase();
  if (script === 'latin' ? !/^[\uac00-\ud7a3]{2,}$/.test(other) : !/^[a-z]{3,}$/.test(other))
    return undefined;
  const [meant] = termsOfText(other);
  if (!meant) return undefined;
  const isKnown = literally(meant, vocabulary).length > 0;
  const found = isKnown ? expandWord(meant, vocabulary, true) : (bySpeltLetters(meant, vocabulary) ?? []);
  if (found.length === 0) addSounds(found, meant, vocabulary, SURE_LIKENESS);
  if (found.length === 0) return undefined;
  for (const alternative of found) alternative.origin = 'keyboard';
  return found;
}

/** es-hangul throws on letters that no Korean keyboard joins to a syllable, such as those of photosynthesis. */
function hangulTyped(letters: string): string {
  try {
    return convertQwertyToHangul(letters);
  } catch {
    return '';
  }
}

/** An abbreviation whose letters are spelt out, alone (비엔피엘) or after a word (챗지피티). */
function bySpeltLetters(term: Term, vocabulary: Vocabulary): Alternative[] | undefined {
  if (term.word.script !== 'hangul') return undefined;
  for (const spoken of new Set([term.form, term.term])) {
    for (const form of speltForms(spoken, vocabulary)) {
      const found: Alternative[] = [];
      addForm(found, form.term, form.form, 'letters', SOUND, vocabulary);
      return found;
    }
  }
  return undefined;
}

/** The first letters of a name of several words (KOSA). */
function byInitials(term: Term, vocabulary: Vocabulary): Alternative[] | undefined {
  const form = vocabulary.form(INITIALS + term.form);
  if (!form) return undefined;
  return [
    {
      terms: form.term.split(' '),
      shown: form.term.split(' ').map(vocabulary.shown).join(' '),
      origin: 'letters',
      weight: SOUND,
    },
  ];
}

/** An unknown word: what sounds like it in the other script, else what it may be a misspelling of. */
function byLikeness(term: Term, vocabulary: Vocabulary): Alternative[] {
  const found: Alternative[] = [];
  const ways = [addSounds, addSpellings];
  // A foreign word in Hangul is spelt by ear; a Latin one that nobody wrote is more often misspelt.
  if (term.word.script === 'latin') ways.reverse();
  for (const add of ways) {
    add(found, term, vocabulary, 0);
    if (found.length > 0) return found;
  }
  return found;
}

/** What is found for the whole word, else for its stem: a name may end like a particle (스팟히어로). */
function firstFound<T>(term: Term, find: (word: string) => T[]): T[] {
  const found = find(term.form);
  return found.length > 0 || term.word.script !== 'hangul' || term.term === term.form
    ? found
    : find(term.term);
}

/** Adds a form that stands for the word, by its stem, with its translations. */
function addForm(
  found: Alternative[],
  term: string,
  shown: string,
  origin: Origin,
  weight: number,
  vocabulary: Vocabulary,
): void {
  const meant: Alternative[] = [{ terms: term.split(' '), shown, origin, weight }];
  addTranslations(meant, vocabulary);
  for (const alternative of meant) addAlternative(found, { ...alternative, origin });
}
