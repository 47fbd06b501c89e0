import type { Bilingual, Language } from '../briefs/brief.ts';
import type { MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';

/** A text as a reader gets it. */
export interface Reading {
  text: string;
  /** Says which language the text is in, where that is not the reader's; '' where it is. */
  mark: string;
}

/** What pipelines write where they have nothing to say; as good as empty. */
const placeholder =
  /^\s*(?:n\/?a|none|null|undefined|unknown|tbd|-+|없음|해당\s?(?:사항\s?)?없음|정보\s?없음|원문에서 확인되지 않음)\s*[.。]?\s*$/iu;

/** Hangul means Korean. */
export function languageOf(text: string): Language {
  return /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en';
}

/** Which language running text is in: an English sentence may hold a Korean name, and the reverse. */
function mainLanguage(text: string): Language {
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return hangul * 2 >= latin && hangul > 0 ? 'ko' : 'en';
}

function said(text: string): string {
  return placeholder.test(text) ? '' : text.trim();
}

/** The mark for a text of this language in a message of that one; '' where none is needed. */
export function markFor(textLanguage: Language, language: MessageLanguage): string {
  return language === 'both' || textLanguage === language ? '' : phrases.foreign[language];
}

/** A field in this language, or '' where it has nothing to say in it. */
export function ownText(field: Bilingual, language: Language): string {
  const own = said(field[language]);
  return own === '' || mainLanguage(own) === language ? own : '';
}

/** A field in the reader's language, or else in the other one, marked; empty text where it is in neither. */
export function inLanguage(field: Bilingual, language: Language): Reading {
  const own = ownText(field, language);
  if (own !== '') return { text: own, mark: '' };
  const text = said(field[language === 'ko' ? 'en' : 'ko']) || said(field[language]);
  return { text, mark: text === '' ? '' : markFor(mainLanguage(text), language) };
}

/** A fixed phrase in the message's language; in `both` the two side by side. */
export function phrase(text: Bilingual, language: MessageLanguage): string {
  if (language !== 'both') return text[language];
  return text.ko === text.en ? text.ko : `${text.ko} · ${text.en}`;
}
