import { STOP_WORDS } from './stop-words.ts';
import type { Term } from './terms-of-text.ts';

const MOST_WORDS = 3;
const CAPITAL = /^\p{Lu}\p{L}+(?:['’]s)?$/u;

/** A name of a few Latin words: how it is written and the terms it is found by, each joined by blanks. */
export interface NamePhrase {
  form: string;
  phrase: string;
}

/** Runs of two or three Latin words that begin with a capital, one blank apart: names, as Korean text and entities have them. */
export function namePhrases(terms: readonly Term[]): NamePhrase[] {
  const found: NamePhrase[] = [];
  for (let from = 0; from < terms.length; from++) {
    let to = from + 1;
    while (to < terms.length && to - from < MOST_WORDS && follows(terms[to - 1], terms[to])) {
      to += 1;
      const run = terms.slice(from, to);
      // A headline in capitals: «Why Wall Street» is no name.
      if (run.some(({ form }) => STOP_WORDS.has(form))) continue;
      found.push({
        form: run.map(({ form }) => form).join(' '),
        phrase: run.map(({ term }) => term).join(' '),
      });
    }
  }
  return found;
}

function follows(before: Term | undefined, term: Term | undefined): boolean {
  if (!before || !term || !isCapital(before) || !isCapital(term)) return false;
  return term.word.at === before.word.at + before.word.typed.length + 1;
}

function isCapital({ word }: Term): boolean {
  return word.script === 'latin' && CAPITAL.test(word.typed);
}

const SHORTEST = 3;
const LONGEST = 6;
/** Marks a form that is made of first letters. */
export const INITIALS = '^';

/**
 * Runs of Latin words that begin with a capital, by their three to six first letters, that of The among them or not:
 * ^kosa is Kids Online Safety Act, ^ttd The Trade Desk.
 */
export function initialsOfNames(terms: readonly Term[]): NamePhrase[] {
  const found: NamePhrase[] = [];
  let run: Term[] = [];
  for (const term of [...terms, undefined]) {
    if (run.length > 0 && follows(run.at(-1), term)) {
      if (term) run.push(term);
      continue;
    }
    let article = '';
    while (run[0] && STOP_WORDS.has(run[0].form)) article = run.shift()?.form === 'the' ? 't' : '';
    const phrase = run.map((part) => part.term).join(' ');
    const initials = run.map(({ form }) => form.charAt(0)).join('');
    for (const letters of article === '' || run.length < 2 ? [initials] : [initials, article + initials])
      if (letters.length >= SHORTEST && letters.length <= LONGEST)
        found.push({ form: INITIALS + letters, phrase });
    run = term && isCapital(term) ? [term] : [];
  }
  return found;
}
