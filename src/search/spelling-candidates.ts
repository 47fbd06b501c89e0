import { disassemble } from 'es-hangul';
import { initialOf } from './count-terms.ts';
import { allowedEdits, editDistance } from './edit-distance.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { Form, Vocabulary } from './vocabulary.ts';

export interface Correction {
  form: Form;
  edits: number;
}

const MOST = 3;

/** Known words that an unknown one may be a misspelling of, best first; Hangul is compared by its jamo. */
export function spellingCandidates(word: string, vocabulary: Vocabulary): Correction[] {
  const letters = disassemble(word);
  const allowed = allowedEdits(letters.length);
  if (allowed === 0 || /[0-9]/.test(word)) return [];
  const corrections: Correction[] = [];
  const second = word === letters ? [letters.charAt(1)] : [];
  for (const form of vocabulary.formsByShape([initialOf(word), ...second], word.length - allowed, word.length + allowed)) {
    if (form.form.length < 4 && word === letters) continue;
    if (STOP_WORDS.has(form.form) || /[0-9=]/.test(form.form)) continue;
    const edits = editDistance(letters, disassemble(form.form));
    if (edits <= Math.min(allowed, allowedEdits(disassemble(form.form).length + 1))) corrections.push({ form, edits });
  }
  return corrections.sort((a, b) => a.edits - b.edits || b.form.briefs - a.form.briefs).slice(0, MOST);
}
