declare module 'snowball-stemmers' {
  /** https://www.npmjs.com/package/snowball-stemmers ships no types. */
  export function newStemmer(language: string): { stem(word: string): string };
}
