import { disassemble } from 'es-hangul';
import type Database from 'libsql';
import type { Language } from '../briefs/brief.ts';
import { foldText } from './fold-text.ts';
import { frequentTerms } from './frequent-terms.ts';
import type { Suggestion } from './search-types.ts';

const LONGEST = 100;
const LAST = '\uffff';

/**
 * Tags, entities and frequent terms that begin with what was typed so far, commonest first. Hangul is compared by its
 * jamo, so that a syllable still being composed (관ㅅ) fits. The asker's language comes first where both fit.
 */
export function suggest(
  db: Database.Database,
  typed: string,
  options: { language: Language; limit: number },
): Suggestion[] {
  const start = foldText(typed.slice(0, LONGEST)).replaceAll('-', ' ').replace(/\s+/g, ' ').trimStart();
  const jamo = disassemble(start);
  const labels = db
    .prepare(
      'SELECT text, kind, briefs FROM labels WHERE jamo >= ? AND jamo < ? ORDER BY briefs DESC LIMIT ?',
    )
    .all(jamo, jamo + LAST, options.limit) as Suggestion[];
  const found = new Map<string, Suggestion>();
  for (const suggestion of [...labels, ...frequentTerms(db, start, jamo, options.limit)]) {
    const key = foldText(suggestion.text).replaceAll('-', ' ');
    const known = found.get(key);
    if (!known || known.briefs < suggestion.briefs)
      found.set(key, {
        ...suggestion,
        text: known?.text ?? suggestion.text,
        kind: known?.kind ?? suggestion.kind,
      });
  }
  const first = (suggestion: Suggestion) =>
    /[\uac00-\ud7a3]/.test(suggestion.text) === (options.language === 'ko') ? 0 : 1;
  return [...found.values()]
    .sort((a, b) => first(a) - first(b) || b.briefs - a.briefs)
    .slice(0, options.limit);
}
