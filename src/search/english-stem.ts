import { newStemmer } from 'snowball-stemmers';

const stemmer = newStemmer('english');

/** Snowball's English stem of a folded word; numbers and words with a digit stay as they are. */
export function englishStem(word: string): string {
  return /^[a-z]{3,}$/.test(word) ? stemmer.stem(word) : word;
}
