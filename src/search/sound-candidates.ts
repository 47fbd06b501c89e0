import { skeletonsOf } from './count-terms.ts';
import { type Sound, soundLikeness } from './sound.ts';
import { soundsOfHangul } from './sounds-of-hangul.ts';
import { soundsOfLatin } from './sounds-of-latin.ts';
import type { Form, Vocabulary } from './vocabulary.ts';

export interface Candidate {
  form: Form;
  /** 0..1 */
  likeness: number;
}

/** How alike a word must sound, by the number of its consonants: the shorter the word, the more words sound like it. */
const LEAST_LIKENESS = [2, 0.97, 0.9, 0.8, 0.75, 0.7, 0.65];
/** Ordinary words must sound this much more alike than names. */
const ORDINARY = 0.04;
const MOST = 3;

/** Words of the other script that sound like this one, best first. */
export function soundCandidates(word: string, vocabulary: Vocabulary): Candidate[] {
  const latin = /^[a-z]/.test(word);
  const mine = readings(word);
  const candidates: Candidate[] = [];
  for (const skeleton of skeletonsOf(word)) {
    const least = LEAST_LIKENESS[Math.min(skeleton.length, LEAST_LIKENESS.length - 1)] ?? 1;
    for (const form of vocabulary.formsBySkeleton(skeleton)) {
      if (/^[a-z]/.test(form.form) === latin || candidates.some((known) => known.form.form === form.form)) continue;
      const likeness = bestLikeness(mine, readings(form.form));
      if (likeness >= least + (form.names > 0 ? 0 : ORDINARY)) candidates.push({ form, likeness });
    }
  }
  return candidates.sort((a, b) => b.likeness - a.likeness || b.form.briefs - a.form.briefs).slice(0, MOST);
}

function readings(word: string): Sound[][] {
  return /^[a-z]/.test(word) ? soundsOfLatin(word) : [soundsOfHangul(word)];
}

function bestLikeness(mine: readonly Sound[][], theirs: readonly Sound[][]): number {
  let best = 0;
  for (const a of mine) for (const b of theirs) best = Math.max(best, soundLikeness(a, b));
  return best;
}
