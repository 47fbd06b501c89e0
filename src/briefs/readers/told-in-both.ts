import type { Bilingual } from '../brief.ts';

const label = /(?:^|\s)(?:(EN|ENG|English|영어|영문)|KO|KR|KOR|Korean|한국어|한글|국문)\s*[:：]\s+/u;

/** What a text says in each language, where labels tell them apart (`EN: … KO: …`); null where it is told in one. */
export function toldInBoth(text: string): Bilingual | null {
  const parts = text.split(label);
  // Before each label stands what the one before it begins; `split` gives its group, undefined for Korean.
  const told = { ko: '', en: '' };
  if (parts.length !== 5 || parts[0]?.trim() !== '') return null;
  for (const at of [1, 3]) told[parts[at] === undefined ? 'ko' : 'en'] += (parts[at + 1] ?? '').trim();
  return told.ko === '' || told.en === '' ? null : told;
}
