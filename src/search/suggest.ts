import { disassemble } from 'es-hangul';
import type Database from 'libsql';
import type { Language } from '../briefs/brief.ts';
import { foldText } from './fold-text.ts';
import type { Suggestion } from './search-types.ts';

/** Tags, entities and frequent terms that begin with what was typed so far, jamo in mid-composition included; in the language typed first. */
export function suggest(
  db: Database.Database,
  typed: string,
  options: { language: Language; limit: number },
): Suggestion[] {
  const jamo = disassemble(foldText(typed.slice(0, 100)).replaceAll('-', ' ').trim());
  const labels = db
    .prepare(
      'SELECT text, kind, briefs FROM labels WHERE jamo >= ? AND jamo < ? ORDER BY briefs DESC LIMIT ?',
    )
    .all(jamo, `${jamo}\uffff`, options.limit * 2) as Suggestion[];
  return labels.slice(0, options.limit);
}
