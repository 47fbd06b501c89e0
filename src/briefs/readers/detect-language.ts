import { eld } from 'eld/small';

/** ISO 639-1 code of the language most of `text` is written in; '' when it cannot be told. */
export function detectLanguage(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return '';
  // A Korean sentence full of English product names is still Korean: a syllable block carries about three letters.
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  if (hangul * 3 >= letters - hangul) return 'ko';
  return eld.detect(text).language;
}
