import type Database from 'libsql';
import type { Group } from './alternative.ts';
import { editDistance } from './edit-distance.ts';
import { foldText } from './fold-text.ts';
import type { Term } from './terms-of-text.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST = 3;

/** Up to three tags or terms near a query that found nothing: its known words, then tags that look like it. */
export function nearTerms(
  db: Database.Database,
  words: readonly Term[],
  groups: readonly Group[],
  vocabulary: Vocabulary,
): string[] {
  const near = new Set<string>();
  for (const group of groups) {
    const [best] = group.alternatives;
    if (best && vocabulary.briefsWith(best.terms[0] ?? '') > 0) near.add(best.shown);
  }
  const like = db.prepare(
    'SELECT text, folded FROM labels WHERE folded >= ? AND folded < ? ORDER BY briefs DESC LIMIT 40',
  );
  // What begins like cpp is not near C++.
  for (const word of words.filter(({ word: { typed } }) => !/[+#]/.test(typed))) {
    const start = foldText(word.form).slice(0, 2);
    const labels = like.all(start, `${start}\uffff`) as { text: string; folded: string }[];
    const scored = labels.map((label) => ({
      text: label.text,
      edits: editDistance(word.form, label.folded),
    }));
    for (const { text } of scored.sort((a, b) => a.edits - b.edits).slice(0, MOST)) near.add(text);
  }
  return [...near].slice(0, MOST);
}
