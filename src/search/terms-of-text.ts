import { englishStem } from './english-stem.ts';
import { isEnding, koreanStems } from './korean-stems.ts';
import { splitWords, type Word } from './split-words.ts';

/** One word of a text as the index holds it. */
export interface Term {
  /** What the index and the lexicon go by: the stem. */
  term: string;
  /** The word as it stands in the text, folded. */
  form: string;
  /** Other terms the same word is found by. */
  also: string[];
  word: Word;
}

/** Marks a term that stands for a whole Latin word, not for its stem. */
export const WHOLE = '=';

/** The terms of a text in order, one per word; a run of Hangul that is only an ending (AI가) is left out. */
export function termsOfText(text: string, stem: (word: string) => string = englishStem): Term[] {
  const terms: Term[] = [];
  for (const word of splitWords(text)) {
    if (word.script === 'hangul' && word.glued && terms.length > 0 && isEnding(word.text)) continue;
    terms.push(termOf(word, stem));
  }
  return terms;
}

function termOf(word: Word, stem: (word: string) => string): Term {
  if (word.script === 'hangul') {
    const stems = koreanStems(word.text);
    const term = stems.at(-1) ?? word.text;
    return { term, form: word.text, also: stems.slice(0, -1), word };
  }
  const term = word.script === 'latin' ? stem(word.text) : word.text;
  return { term, form: word.text, also: term === word.text ? [] : [WHOLE + word.text], word };
}

/** Words written together (cross-border, 오픈AI) as one more term each: crossborder, 오픈ai. */
export function gluedTerms(terms: readonly Term[]): string[] {
  const glued: string[] = [];
  let run: Term[] = [];
  for (const term of [...terms, undefined]) {
    if (term?.word.glued) {
      run.push(term);
      continue;
    }
    if (run.length > 1 && run.length < 4)
      glued.push(
        run
          .map((part) => part.form)
          .slice(0, -1)
          .join('') + (run.at(-1)?.term ?? ''),
      );
    run = term ? [term] : [];
  }
  return glued;
}

/** The text the full-text index is given: the stems in order, so that phrases match, then every other term. */
export function indexedText(terms: readonly Term[]): string {
  return [
    ...terms.map((term) => term.term),
    ...terms.flatMap((term) => term.also),
    ...gluedTerms(terms),
  ].join(' ');
}
