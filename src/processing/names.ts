import { isEnglishWord } from '../search/english-words.ts';
import { STOP_WORDS } from '../search/stop-words.ts';
import { wordsOfPlace } from './places.ts';

/** Abbreviations that both languages use for common nouns; a translation may write them out, or in. */
const common = new Set(
  'AI AGI API APP USD KRW EUR GBP JPY CNY RMB INR B2B B2B2C B2C CEO CFO CMO COO CPU CTO D2C DTC ESG EU GEN GPU HR IPO IT KPI LLM ML OK OS PC PDF PR Q&A QR R&D ROI SEO SNS TV UI UK UN URL US USA UX VC VR AR'.split(
    ' ',
  ),
);
/** Days, months, quarters, titles and the like: words with a capital that name nobody. */
const nobody =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$|^(?:her|no|co|inc|corp|ltd|llc|plc|mr|mrs|ms|dr|st|jr|[qh]\d)$/;
const word = /[\p{Script=Latin}\d](?:[\p{Script=Latin}\d&]|[-.](?=[\p{Script=Latin}\d]))*/gu;
const capitalised = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}&]*(?:[-.](?=[\p{Lu}\p{N}])[\p{L}\p{N}&]+)*/gu;
/** `OpenAI-based` is about OpenAI. */
const lowerTail = /(?:-\p{Ll}+)+$/u;
/** Dictionaries leave these to rules. */
const prefix = /^(?:anti|co|con|de|dis|ex|in|inter|mis|non|over|pre|pro|re|sub|super|un|under)(?=\p{L}{3})/u;
const suffix =
  /(?:ations?|ions?|ive|ives|ors?|ers?|ments?|ness|ity|ities|ally?|able|ical|ism|ists?|isers?|izers?|ized?|ing|s)$/u;
const opensSentence = /(?:^|[.!?:;…"“”‘'([\n—–-])\s*$/u;

/** A word with a capital letter in an English text. */
export interface CapitalWord {
  text: string;
  /** It would have the capital anyway. */
  opensSentence: boolean;
  /** English has the word without the capital. */
  isWord: boolean;
  /** Equal for words that stand side by side, and are of one name. */
  run: number;
}

/** Words written like nothing but a name: `OpenAI`, `MiniMax`, `GPT-5`, `H100`. */
export function plainNames(text: string): string[] {
  return namesIn(text).filter(isPlainName);
}

function isPlainName(name: string): boolean {
  if (/\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(name)) return true;
  return /\p{Lu}/u.test(name) && /\d/.test(name) && !/^\d+[KMBT]?$/.test(name);
}

/** Names as a Korean text holds them: every Latin word with a capital letter. */
export function latinNames(text: string): string[] {
  return namesIn(text).filter((each) => /\p{Lu}/u.test(each) && each.length > 1);
}

/** Words that may be names in an English text. */
export function capitalWords(text: string): CapitalWord[] {
  let end = -1;
  let run = 0;
  const found: CapitalWord[] = [];
  for (const { 0: word, index } of text.matchAll(capitalised)) {
    if (index !== end + 1 || text[end] !== ' ') run += 1;
    end = index + word.length;
    if (word.length < 2 || isCommon(word)) continue;
    const before = text.slice(Math.max(0, index - 4), index);
    found.push({ text: word, opensSentence: opensSentence.test(before), isWord: isPlainWord(word), run });
  }
  return found;
}

function namesIn(text: string): string[] {
  return latinWords(text)
    .map((each) => each.replace(lowerTail, ''))
    .filter((each) => !isCommon(each));
}

function isPlainWord(name: string): boolean {
  if (wordsOfPlace(name.toLowerCase()).length > 0) return false;
  return name
    .toLowerCase()
    .split(/[-.]/)
    .every((word) => {
      const forms = [
        word,
        word.replace(prefix, ''),
        word.replace(suffix, ''),
        word.replace(suffix, 'e'),
        word.replace(/i(?:er|est)$/u, 'y'),
      ];
      return STOP_WORDS.has(word) || forms.some((form) => form.length > 2 && isEnglishWord(form));
    });
}

export function latinWords(text: string): string[] {
  return (text.match(word) ?? []).filter((each) => /\p{Script=Latin}/u.test(each));
}

export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[’']s$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isCommon(name: string): boolean {
  const plain = name.replace(/\.|(?<=\p{Lu})s$/gu, '');
  return common.has(plain.toUpperCase()) || nobody.test(plain.toLowerCase());
}
