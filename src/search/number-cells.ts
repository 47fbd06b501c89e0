/** Terms whose cells are numbered in one step. */
const TERMS_AT_ONCE = 200;

/** The distinct terms of one language and the sentences as numbers of them, each once a sentence. */
export interface NumberedTerms {
  terms: string[];
  sentences: Int32Array[];
}

/** Every pair of a Korean and an English term that stands together in some sentence pair. */
export interface Cells {
  count: number;
  /** Numbers of each cell's terms, and in how many sentence pairs both stand. */
  ko: Int32Array;
  en: Int32Array;
  seen: Int32Array;
  /** For each sentence pair, the cell of every ko × en combination, row by row. */
  bySentence: Int32Array[];
}

/** Numbers the terms that stand in at least `least` sentences. */
export function numberTerms(sentences: readonly (readonly string[])[], least: number): NumberedTerms {
  const seen = new Map<string, number>();
  for (const sentence of sentences)
    for (const term of new Set(sentence)) seen.set(term, (seen.get(term) ?? 0) + 1);
  const terms = [...seen].filter(([, count]) => count >= least).map(([term]) => term);
  const numbers = new Map(terms.map((term, i) => [term, i]));
  return {
    terms,
    sentences: sentences.map((sentence) =>
      Int32Array.from([...new Set(sentence)].map((term) => numbers.get(term) ?? -1).filter((n) => n >= 0)),
    ),
  };
}

/** Numbers the cells one Korean term after another: a table of the English terms it meets takes the place of a hash of pairs. */
export function* numberCells(ko: NumberedTerms, en: NumberedTerms): Generator<undefined, Cells> {
  const none = new Int32Array();
  const bySentence = ko.sentences.map(
    (sentence, s) => new Int32Array(sentence.length * (en.sentences[s] ?? none).length),
  );
  const places = placesOf(ko);
  const koOf: number[] = [];
  const enOf: number[] = [];
  const seen: number[] = [];
  const cellOf = new Int32Array(en.terms.length).fill(-1);
  for (const [k, pairs] of places.entries()) {
    if (k % TERMS_AT_ONCE === 0) yield;
    const first = koOf.length;
    for (const [s, row] of pairs) {
      const sentence = en.sentences[s] ?? none;
      const cells = bySentence[s] ?? none;
      for (const [column, e] of sentence.entries()) {
        let cell = cellOf[e] ?? -1;
        if (cell < first) {
          cell = koOf.length;
          cellOf[e] = cell;
          koOf.push(k);
          enOf.push(e);
          seen.push(0);
        }
        seen[cell] = (seen[cell] ?? 0) + 1;
        cells[row * sentence.length + column] = cell;
      }
    }
  }
  return {
    count: seen.length,
    ko: Int32Array.from(koOf),
    en: Int32Array.from(enOf),
    seen: Int32Array.from(seen),
    bySentence,
  };
}

/** For each term, the sentences it stands in and its place in each. */
function placesOf({ terms, sentences }: NumberedTerms): [sentence: number, place: number][][] {
  const places: [number, number][][] = terms.map(() => []);
  for (const [s, sentence] of sentences.entries())
    for (const [i, term] of sentence.entries()) places[term]?.push([s, i]);
  return places;
}
