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

/**
 * Learns which Korean and English terms translate each other from sentences that do: IBM model 1 in both directions,
 * each weighed with the other. Brown et al. 1993, https://aclanthology.org/J93-2003/
 */
export function learnLexicon(pairs: readonly SentencePair[]): Translation[] {
  const ko = numberTerms(pairs.map((pair) => pair.ko));
  const en = numberTerms(pairs.map((pair) => pair.en));
  const cells = numberCells(ko, en);
  const forward = train(ko, en, cells, false);
  const backward = train(en, ko, cells, true);
  const translations: Translation[] = [];
  for (const [i, cell] of cells.keys.entries()) {
    if ((cells.seen[i] ?? 0) < LEAST_SENTENCES) continue;
    const koTerm = ko.terms[Math.floor(cell / en.terms.length)];
    const enTerm = en.terms[cell % en.terms.length];
    if (koTerm === undefined || enTerm === undefined || koTerm === enTerm) continue;
    const [toEn, toKo] = [forward[i] ?? 0, backward[i] ?? 0];
    const there = toEn ** THERE * toKo ** (1 - THERE);
    const back = toKo ** THERE * toEn ** (1 - THERE);
    if (there >= LEAST_P) translations.push({ term: koTerm, other: enTerm, p: there });
    if (back >= LEAST_P) translations.push({ term: enTerm, other: koTerm, p: back });
  }
  return translations;
}

interface Numbered {
  terms: string[];
  sentences: Int32Array[];
}

interface Cells {
  /** ko number × count of en terms + en number. */
  keys: number[];
  /** In how many sentence pairs each cell's terms stand together. */
  seen: number[];
  /** For each sentence pair, the cell of every ko × en combination, row by row. */
  bySentence: Int32Array[];
}

function numberTerms(sentences: readonly (readonly string[])[]): Numbered {
  const seen = new Map<string, number>();
  for (const sentence of sentences)
    for (const term of new Set(sentence)) seen.set(term, (seen.get(term) ?? 0) + 1);
  const terms = [...seen].filter(([, count]) => count >= LEAST_SENTENCES).map(([term]) => term);
  const numbers = new Map(terms.map((term, i) => [term, i]));
  return {
    terms,
    sentences: sentences.map((sentence) =>
      Int32Array.from([...new Set(sentence)].map((term) => numbers.get(term) ?? -1).filter((n) => n >= 0)),
    ),
  };
}

function numberCells(ko: Numbered, en: Numbered): Cells {
  const numbers = new Map<number, number>();
  const keys: number[] = [];
  const seen: number[] = [];
  const bySentence = ko.sentences.map((koSentence, s) => {
    const enSentence = en.sentences[s] ?? new Int32Array();
    const cells = new Int32Array(koSentence.length * enSentence.length);
    let at = 0;
    for (const k of koSentence) {
      for (const e of enSentence) {
        const key = k * en.terms.length + e;
        let number = numbers.get(key);
        if (number === undefined) {
          number = keys.length;
          numbers.set(key, number);
          keys.push(key);
          seen.push(0);
        }
        seen[number] = (seen[number] ?? 0) + 1;
        cells[at++] = number;
      }
    }
    return cells;
  });
  return { keys, seen, bySentence };
}

/** p(target | source) per cell, by expectation maximisation from a uniform start. */
function train(source: Numbered, target: Numbered, cells: Cells, transposed: boolean): Float64Array {
  let p = new Float64Array(cells.keys.length).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const counts = new Float64Array(p.length);
    const totals = new Float64Array(source.terms.length);
    for (const [s, sourceSentence] of source.sentences.entries()) {
      const targetSentence = target.sentences[s] ?? new Int32Array();
      const sentenceCells = cells.bySentence[s] ?? new Int32Array();
      for (let j = 0; j < targetSentence.length; j++) {
        let sum = 0;
        for (let i = 0; i < sourceSentence.length; i++)
          sum +=
            p[cellAt(sentenceCells, i, j, sourceSentence.length, targetSentence.length, transposed)] ?? 0;
        if (sum === 0) continue;
        for (let i = 0; i < sourceSentence.length; i++) {
          const cell = cellAt(sentenceCells, i, j, sourceSentence.length, targetSentence.length, transposed);
          const share = (p[cell] ?? 0) / sum;
          counts[cell] = (counts[cell] ?? 0) + share;
          const from = sourceSentence[i] ?? 0;
          totals[from] = (totals[from] ?? 0) + share;
        }
      }
    }
    p = counts.map((count, cell) => {
      const key = cells.keys[cell] ?? 0;
      const from = transposed ? key % source.terms.length : Math.floor(key / target.terms.length);
      const total = totals[from] ?? 0;
      return total === 0 ? 0 : count / total;
    });
  }
  return p;
}

function cellAt(
  cells: Int32Array,
  i: number,
  j: number,
  sources: number,
  targets: number,
  transposed: boolean,
): number {
  return cells[transposed ? j * sources + i : i * targets + j] ?? 0;
}
