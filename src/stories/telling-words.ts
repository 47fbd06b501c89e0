import { readWords, type Word } from './words.ts';

const empty =
  'the a an of to in on for and or but with by at as is are was were be been it its this that these those from has have had will would can could may might not no more most than then their they them he she his her our we you your who which what how why when where while after before into over under about up out off new now also just only one two all some any other such been being do doe did so if per via amid say said according'.split(
    ' ',
  );
const stopwords = new Set(empty);

/** Hangul syllables begin here; no Latin letter stands behind. */
const firstHangul = 0xac00;

/** The words of a text that say what it is about. */
export function tellingWords(text: string): Word[] {
  return readWords(text).filter((word) => word.stem.length > 1 && !stopwords.has(word.stem));
}

/** True for a word in Latin letters. */
export function isLatin(word: Word): boolean {
  return word.stem.charCodeAt(0) < firstHangul;
}

/** `[AINews] …`, `EXCLUSIVE: …` and the like tell the outlet, not the event. */
export function withoutLabel(title: string): string {
  return title.replace(
    /^(?:\[[^\]]{2,30}\]|exclusive:|breaking:|update:|속보|단독|[^:]{2,40}\bresearch:)\s*/iu,
    '',
  );
}

/** Pipelines swap summaries within a batch; the title is what the article was found by. */
export function belongTogether(title: Word[], summary: Word[], isName: (word: Word) => boolean): boolean {
  const told = new Set(summary.map((word) => word.stem));
  const names = title.filter((word) => isName(word) && isLatin(word));
  const shared = title.filter((word) => told.has(word.stem)).length;
  if (shared === 0) return title.length < 4;
  return shared >= title.length / 5 || names.length === 0 || names.some((word) => told.has(word.stem));
}

/** "J.C. Penney" is also written "JCPenney": two names in a row stand for one, too. */
export function joinedNames(words: Word[], isName: (word: Word) => boolean): string[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index];
    return before && word.close && isName(before) && isName(word) && isLatin(before)
      ? [before.stem + word.stem]
      : [];
  });
}
