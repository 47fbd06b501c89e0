import { STOP_WORDS } from './stop-words.ts';
import { type Term, termsOfText } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Latin words that never stand side by side must each be no chance find; Korean writes any two together. */
const LEAST_BRIEFS = { latin: 2, hangul: 1 };

/** Characters: what is longer is nobody's word, and has too many ways to be split. */
const LONGEST = 24;

/**
 * Splits an unknown word into known ones (매장폐점, smartglasses, 모바일월드콩그레스): two, else three in Hangul; of all ways
 * the one whose rarest part is commonest. Undefined where there is none.
 * @param elsewhere in how many briefs a part stands by another name
 */
export function splitCompound(
  word: Term,
  vocabulary: Vocabulary,
  elsewhere: (part: Term) => number = () => 0,
): Term[] | undefined {
  const { script } = word.word;
  if ((script !== 'hangul' && script !== 'latin') || word.form.length > LONGEST) return undefined;
  const leastBriefs = LEAST_BRIEFS[script];
  const least = script === 'hangul' ? 2 : 4;
  const most = script === 'hangul' ? 3 : 2;
  for (let count = 2; count <= most; count++) {
    let best: Term[] | undefined;
    let bestBriefs = 0;
    for (const apart of waysToSplit(word.form, least, count)) {
      const all = termsOfText(apart.join(' '));
      const last = all.at(-1);
      // What serves to ask is written together with what is asked for, too (저녁뉴스).
      const parts = last && isStopWord(last) ? all.slice(0, -1) : all;
      if (all.length !== count || parts.length === 0 || parts.some(isStopWord)) continue;
      const briefs = Math.min(...parts.map((part) => briefsOf(part, vocabulary) || elsewhere(part)));
      if (briefs <= bestBriefs) continue;
      if (briefs >= leastBriefs || vocabulary.hasPhrase(parts.map(({ term }) => term))) {
        best = parts;
        bestBriefs = briefs;
      }
    }
    if (best) return best;
  }
  return undefined;
}

function isStopWord({ form, term }: Term): boolean {
  return STOP_WORDS.has(form) || STOP_WORDS.has(term);
}

function briefsOf(part: Term, vocabulary: Vocabulary): number {
  return vocabulary.form(part.word.script === 'hangul' ? part.term : part.form)?.briefs ?? 0;
}

function waysToSplit(word: string, least: number, count: number): string[][] {
  if (count === 1) return word.length >= least ? [[word]] : [];
  const ways: string[][] = [];
  for (let at = least; at <= word.length - least * (count - 1); at++)
    for (const rest of waysToSplit(word.slice(at), least, count - 1)) ways.push([word.slice(0, at), ...rest]);
  return ways;
}
