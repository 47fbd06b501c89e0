import type { Bilingual, Brief } from '../briefs/brief.ts';
import type { SentencePair } from './learn-lexicon.ts';
import { STOP_WORDS } from './stop-words.ts';
import { termsOfText } from './terms-of-text.ts';

const SENTENCE_END = /(?<=[.!?。])\s+/;

/** The sentences of a brief that say the same in both languages: one by one where there are equally many, else field by field. */
export function sentencePairs(brief: Brief): SentencePair[] {
  return [brief.summary, brief.soWhat, brief.insight].flatMap(pairsOfText);
}

function pairsOfText(text: Bilingual): SentencePair[] {
  if (text.ko === '' || text.en === '') return [];
  const ko = text.ko.split(SENTENCE_END);
  const en = text.en.split(SENTENCE_END);
  if (ko.length !== en.length) return [pair(text.ko, text.en)];
  return ko.map((sentence, i) => pair(sentence, en[i] ?? ''));
}

function pair(ko: string, en: string): SentencePair {
  return { ko: contentTerms(ko), en: contentTerms(en) };
}

function contentTerms(text: string): string[] {
  const terms: string[] = [];
  for (const { term, form } of termsOfText(text)) {
    if (!STOP_WORDS.has(form) && !/^[0-9.,]+$/.test(term)) terms.push(term);
  }
  return terms;
}
