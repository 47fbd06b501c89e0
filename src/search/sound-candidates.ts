import { type Sound, soundLikeness, soundWeight } from './sound.ts';
import { readings, skeletonsOf } from './sound-keys.ts';
import type { Form, Vocabulary } from './vocabulary.ts';

export interface Candidate {
  form: Form;
  /** 0..1 */
  likeness: number;
}

/** How alike a word must sound: the less there is to hear, the more words sound like it. */
const LEAST_LIKENESS = { at: 3, is: 0.945, fall: 0.042, lowest: 0.68 };
/** Ordinary words, and names of several, must sound this much more alike than names of one. */
const ORDINARY = 0.05;
/** What there must be to hear before a word is taken for a name of several (한라산 is no Henry Schein). */
const LEAST_WEIGHT_OF_PHRASE = 5;
/** Among words that sound about as like, a name is meant. */
const NAME_FIRST = 0.08;
const MOST = 3;

/** Latin words and names that sound like a Hangul word, best first. None for a Latin word: what nobody wrote in Latin letters is seldom a word the briefs have in Hangul. */
export function soundCandidates(word: string, vocabulary: Vocabulary): Candidate[] {
  if (!/^[\uac00-\ud7a3]/.test(word)) return [];
  const mine = readings(word);
  const weight = soundWeight(mine[0] ?? []);
  const least = leastLikeness(weight);
  const candidates: Candidate[] = [];
  for (const skeleton of skeletonsOf(word)) {
    for (const form of vocabulary.formsBySkeleton(skeleton)) {
      if (!/^[a-z]/.test(form.form) || candidates.some((known) => known.form.form === form.form)) continue;
      if (form.form.includes(' ') && weight < LEAST_WEIGHT_OF_PHRASE) continue;
      const likeness = bestLikeness(mine, readings(form.form));
      if (likeness >= least + (isName(form) && !form.form.includes(' ') ? 0 : ORDINARY))
        candidates.push({ form, likeness });
    }
  }
  return candidates.sort((a, b) => standing(b) - standing(a) || b.form.briefs - a.form.briefs).slice(0, MOST);
}

function leastLikeness(weight: number): number {
  const { at, is, fall, lowest } = LEAST_LIKENESS;
  return Math.max(lowest, is - fall * (weight - at));
}

function standing({ form, likeness }: Candidate): number {
  return likeness + (isName(form) ? NAME_FIRST : 0);
}

/** A word that mostly names something. */
function isName(form: Form): boolean {
  return form.names * 2 >= form.briefs;
}

/** How alike two words sound in the readings that fit best. */
export function bestLikeness(mine: readonly Sound[][], theirs: readonly Sound[][]): number {
  let best = 0;
  for (const a of mine) for (const b of theirs) best = Math.max(best, soundLikeness(a, b));
  return best;
}
