import type { Bilingual } from '../brief.ts';

const label = /(?:^|\s)(?:(EN|ENG|English|영어|영문)|KO|KR|KOR|Korean|한국어|한글|국문)\s*[:：]\s+/u;

/** What a text says in each language, where labels tell them apart (`EN: … KO: …`); null where it is told in one. */
export function toldInBoth(text: string): Bilingual | null {
  // What is split off by a label begins with its group: the English one, or undefined for the Korean.
  const [before = '', ofFirst, first = '', ofSecond, second = '', ...more] = text.split(label);
  const isFirstEnglish = ofFirst !== undefined;
  if (before.trim() !== '' || more.length > 0 || isFirstEnglish === (ofSecond !== undefined)) return null;
  const [en, ko] = (isFirstEnglish ? [first, second] : [second, first]).map((part) => part.trim());
  return en && ko ? { ko, en } : null;
}
