import { type Cells, type NumberedTerms, numberCells, numberTerms } from './number-cells.ts';

/** The terms of one sentence in both languages. */
export interface SentencePair {
  ko: readonly string[];
  en: readonly string[];
}

/** One learned translation of one term, of either language. */
export interface Translation {
  term: string;
  other: string;
  /** 0..1: the chance that the term is translated so, weighed with the chance of the way back. */
  p: number;
}

const ROUNDS = 6;
const LEAST_P = 0.1;
/** How much the way there counts against the way back: a rare word has one translation that has many others. */
const THERE = 0.65;
/** Terms, and pairs of them, seen in fewer sentences teach nothing but chance. */
const LEAST_SENTENCES = 2;
const SENTENCES_AT_ONCE = 1000;

/**
 * Learns which Korean and English terms translate each other from sentences that do: IBM model 1 in both directions,
 * each weighed with the other. Brown et al. 1993, https://aclanthology.org/J93-2003/
 */
export function learnLexicon(pairs: readonly SentencePair[]): Translation[] {
  const steps = learnLexiconInSteps(pairs);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some ten milliseconds. */
export function* learnLexiconInSteps(pairs: readonly SentencePair[]): Generator<undefined, Translation[]> {
  const ko = numberTerms(
    pairs.map((pair) => pair.ko),
    LEAST_SENTENCES,
  );
  const en = numberTerms(
    pairs.map((pair) => pair.en),
    LEAST_SENTENCES,
  );
  yield;
  const cells = yield* numberCells(ko, en);
  const forward = yield* train(ko, en, cells, 'ko');
  const backward = yield* train(en, ko, cells, 'en');
  const translations: Translation[] = [];
  for (let cell = 0; cell < cells.count; cell++) {
    if ((cells.seen[cell] ?? 0) < LEAST_SENTENCES) continue;
    const [toEn, toKo] = [forward[cell] ?? 0, backward[cell] ?? 0];
    if (Math.max(toEn, toKo) < LEAST_P) continue;
    const koTerm = ko.terms[cells.ko[cell] ?? -1];
    const enTerm = en.terms[cells.en[cell] ?? -1];
    if (koTerm === undefined || enTerm === undefined || koTerm === enTerm) continue;
    const there = toEn ** THERE * toKo ** (1 - THERE);
    const back = toKo ** THERE * toEn ** (1 - THERE);
    if (there >= LEAST_P) translations.push({ term: koTerm, other: enTerm, p: there });
    if (back >= LEAST_P) translations.push({ term: enTerm, other: koTerm, p: back });
  }
  return translations;
}

/** p(target | source) per cell, by expectation maximisation from a uniform start. */
function* train(
  source: NumberedTerms,
  target: NumberedTerms,
  cells: Cells,
  from: 'ko' | 'en',
): Generator<undefined, Float64Array> {
  const none = new Int32Array();
  const sourceOf = cells[from];
  const p = new Float64Array(cells.count).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float64Array(cells.count);
    const totals = new Float64Array(source.terms.length);
    for (const [s, sentenceCells] of cells.bySentence.entries()) {
      if (s % SENTENCES_AT_ONCE === 0) yield;
      const sources = (source.sentences[s] ?? none).length;
      const targets = (target.sentences[s] ?? none).length;
      const step = from === 'ko' ? targets : 1;
      const next = from === 'ko' ? 1 : sources;
      for (let j = 0; j < targets; j++) {
        let sum = 0;
        for (let i = 0, at = j * next; i < sources; i++, at += step) sum += p[sentenceCells[at] ?? 0] ?? 0;
        if (sum === 0) continue;
        for (let i = 0, at = j * next; i < sources; i++, at += step) {
          const cell = sentenceCells[at] ?? 0;
          counts[cell] = (counts[cell] ?? 0) + (p[cell] ?? 0) / sum;
        }
      }
    }
    for (let cell = 0; cell < cells.count; cell++) {
      const of = sourceOf[cell] ?? 0;
      totals[of] = (totals[of] ?? 0) + (counts[cell] ?? 0);
    }
    for (let cell = 0; cell < cells.count; cell++) {
      const total = totals[sourceOf[cell] ?? 0] ?? 0;
      p[cell] = total === 0 ? 0 : (counts[cell] ?? 0) / total;
    }
  }
  return p;
}
