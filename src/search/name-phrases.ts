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
