import type Database from 'libsql';
import { isEnglishWord } from './english-words.ts';
import { koreanStems } from './korean-stems.ts';
import type { Suggestion } from './search-types.ts';
import { STOP_WORDS } from './stop-words.ts';

/** A word is frequent where one brief in so many has it; from `ENOUGH` briefs on in any case. */
const ONE_IN = 100;
const ENOUGH = 3;
/** Rows read for each suggestion wanted: many are endings, or the same word again. */
const ROWS_EACH = 8;
const LAST = '\uffff';
const HANGUL_START = /^[\u3131-\u318e\uac00-\ud7a3]/;
const PLAIN = /^(?:[\uac00-\ud7a3]{2,}|[a-z][a-z0-9.'-]+)$/;
/** Forms of verbs, and all of to be and not to be: nobody looks for those. */
const PREDICATE = /^[있없]|(?:니다|다고|다는|다며|었다|았다|했다|됐다)$/;

interface Row {
  form: string;
  term: string;
  briefs: number;
  isTopic: 0 | 1;
}

/**
 * Frequent words that begin with what was typed, commonest first, each as it is most often written and with the number
 * of briefs it finds. A word with a learned translation, or one that mostly names something, says what a brief is
 * about; any other may be a turn of phrase, and counts only where there are too few briefs to have learned from.
 * @param start folded; @param jamo the same, disassembled
 */
export function frequentTerms(
  db: Database.Database,
  start: string,
  jamo: string,
  limit: number,
): Suggestion[] {
  if (start === '') return [];
  const [column, from] = HANGUL_START.test(start) ? ['jamo', jamo] : ['form', start];
  const { briefs } = db.prepare('SELECT count(*) AS briefs FROM briefs').get() as { briefs: number };
  const least = Math.min(ENOUGH, Math.ceil(briefs / ONE_IN));
  const rows = db
    .prepare(
      `SELECT form, forms.term, terms.briefs, isTopic FROM (
         SELECT form, term, briefs, names * 2 >= briefs OR EXISTS (SELECT 1 FROM lexicon WHERE lexicon.term = forms.term) AS isTopic
         FROM forms WHERE ${column} >= ? AND ${column} < ? AND briefs >= ?
       ) AS forms JOIN terms USING (term)
       WHERE isTopic OR ? ORDER BY isTopic DESC, forms.briefs DESC, form LIMIT ?`,
    )
    .all(from, from + LAST, least, least < ENOUGH ? 1 : 0, ROWS_EACH * limit) as Row[];
  const byTerm = new Map<string, Suggestion>();
  for (const row of rows) {
    if (isWhole(row) && !byTerm.has(row.term))
      byTerm.set(row.term, { text: row.form, kind: 'term', briefs: row.briefs });
  }
  return [...byTerm.values()].slice(0, limit);
}

/** Whether a person would write it so: no ending hangs on it, and it is no two words run together. */
function isWhole({ form, isTopic }: Row): boolean {
  if (!PLAIN.test(form) || STOP_WORDS.has(form)) return false;
  if (HANGUL_START.test(form)) return koreanStems(form).length === 1 && !PREDICATE.test(form);
  return isTopic === 1 || isEnglishWord(form);
}
