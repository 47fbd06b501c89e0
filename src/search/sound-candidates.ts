import { type Sound, soundLikeness } from './sound.ts';
import { readings, skeletonsOf } from './sound-keys.ts';
import type { Form, Vocabulary } from './vocabulary.ts';

export interface Candidate {
  form: Form;
  /** 0..1 */
  likeness: number;
}

/** How alike a word must sound, by the number of its consonants: the shorter the word, the more words sound like it. */
const LEAST_LIKENESS = [2, 0.97, 0.93, 0.87, 0.84, 0.78, 0.7];
/** Ordinary words must sound this much more alike than names. */
const ORDINARY = 0.05;
/** A Latin word nobody wrote is seldom a Korean one spelt by ear: it must be all but the same. */
const LATIN_LEAST = 0.92;
/** Among words that sound about as like, a name is meant. */
const NAME_FIRST = 0.08;
const MOST = 3;
const MOST_TO_CONFIRM = 20;

/** Words of the other script that sound like this one, best first; `slack` lets in less likely ones, where something else must confirm them. */
export function soundCandidates(word: string, vocabulary: Vocabulary, slack = 0): Candidate[] {
  const latin = /^[a-z]/.test(word);
  const mine = readings(word);
  const candidates: Candidate[] = [];
  for (const skeleton of skeletonsOf(word)) {
    const least = Math.max(
      LEAST_LIKENESS[Math.min(skeleton.length, LEAST_LIKENESS.length - 1)] ?? 1,
      latin ? LATIN_LEAST : 0,
    );
    for (const form of vocabulary.formsBySkeleton(skeleton)) {
      if (/^[a-z]/.test(form.form) === latin || candidates.some((known) => known.form.form === form.form))
        continue;
      const likeness = bestLikeness(mine, readings(form.form));
      if (likeness >= least - slack + (isName(form) ? 0 : ORDINARY)) candidates.push({ form, likeness });
    }
  }
  return candidates
    .sort((a, b) => standing(b) - standing(a) || b.form.briefs - a.form.briefs)
    .slice(0, slack > 0 ? MOST_TO_CONFIRM : MOST);
}

function standing({ form, likeness }: Candidate): number {
  return likeness + (isName(form) ? NAME_FIRST : 0);
}

/** A word that mostly names something. */
function isName(form: Form): boolean {
  return form.names * 2 >= form.briefs;
}

function bestLikeness(mine: readonly Sound[][], theirs: readonly Sound[][]): number {
  let best = 0;
  for (const a of mine) for (const b of theirs) best = Math.max(best, soundLikeness(a, b));
  return best;
}
