import type { Bilingual, Brief } from '../briefs/brief.ts';
import type { SentencePair } from './learn-lexicon.ts';
import { STOP_WORDS } from './stop-words.ts';
import { termsOfText } from './terms-of-text.ts';

const SENTENCE_END = /(?<=[.!?。])\s+/;

/** The sentences of a brief that say the same in both languages: one by one where there are equally many, else field by field. */
export function sentencePairs(brief: Brief, stem: (word: string) => string): SentencePair[] {
  return [brief.summary, brief.soWhat, brief.insight].flatMap((text) => pairsOfText(text, stem));
}

function pairsOfText(text: Bilingual, stem: (word: string) => string): SentencePair[] {
  if (text.ko === '' || text.en === '') return [];
  const ko = text.ko.split(SENTENCE_END);
  const en = text.en.split(SENTENCE_END);
  if (ko.length !== en.length) return [pair(text.ko, text.en, stem)];
  return ko.map((sentence, i) => pair(sentence, en[i] ?? '', stem));
}

function pair(ko: string, en: string, stem: (word: string) => string): SentencePair {
  return { ko: contentTerms(ko, stem), en: contentTerms(en, stem) };
}

function contentTerms(text: string, stem: (word: string) => string): string[] {
  const terms: string[] = [];
  for (const { term, form } of termsOfText(text, stem)) {
    if (!STOP_WORDS.has(form) && !/^[0-9.,]+$/.test(term)) terms.push(term);
  }
  return terms;
}
