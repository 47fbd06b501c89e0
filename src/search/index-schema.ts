import type Database from 'libsql';
import { COLUMNS } from './fields-of-brief.ts';

/** Changes whenever the terms or the tables do: an index of another layout is thrown away and built anew. */
export const LAYOUT = '12';

/**
 * Tables of the search index.
 * - `briefs`: one row a brief; `id` is its row in the full-text index; `day` is `YYYY-MM-DD`; `labels` is JSON, so
 *   that they count one less when the brief goes.
 * - `texts`: the terms of each brief, FTS5 without a copy of the text.
 * - `forms`: words and names of a few words as written, with the terms (stems) they are found by; Hangul ones also as jamo.
 * - `labels`: tags and entities, for suggestions.
 * - `sounds`: consonant skeletons of the forms.
 * - `lexicon`: learned translations, both ways. `lessons`: the sentences they are learned from.
 */
export function createTables(db: Database.Database): void {
  db.exec(`
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE briefs (
      id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, day TEXT NOT NULL,
      taken_in INTEGER, source TEXT NOT NULL, language TEXT NOT NULL, labels TEXT NOT NULL
    );
    CREATE INDEX briefs_by_source ON briefs (source, day);
    CREATE INDEX briefs_by_day ON briefs (day);
    CREATE VIRTUAL TABLE texts USING fts5(
      ${Object.keys(COLUMNS).join(', ')}, content='', contentless_delete=1,
      tokenize="unicode61 remove_diacritics 0 tokenchars '.=#@-_'"
    );
    CREATE TABLE terms (term TEXT PRIMARY KEY, briefs INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE forms (
      form TEXT PRIMARY KEY, term TEXT NOT NULL, briefs INTEGER NOT NULL, names INTEGER NOT NULL,
      backwards TEXT NOT NULL, jamo TEXT, size INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX forms_by_term ON forms (term, briefs);
    CREATE INDEX forms_by_end ON forms (backwards);
    CREATE INDEX forms_by_jamo ON forms (jamo) WHERE jamo IS NOT NULL;
    CREATE TABLE sounds (skeleton TEXT NOT NULL, form TEXT NOT NULL, PRIMARY KEY (skeleton, form)) WITHOUT ROWID;
    CREATE TABLE labels (text TEXT PRIMARY KEY, folded TEXT NOT NULL, jamo TEXT NOT NULL, kind TEXT NOT NULL, briefs INTEGER NOT NULL) WITHOUT ROWID;
    CREATE INDEX labels_by_folded ON labels (folded);
    CREATE INDEX labels_by_jamo ON labels (jamo);
    CREATE TABLE lexicon (term TEXT NOT NULL, other TEXT NOT NULL, p REAL NOT NULL, PRIMARY KEY (term, other)) WITHOUT ROWID;
    CREATE TABLE lessons (brief INTEGER PRIMARY KEY, pairs TEXT NOT NULL);
  `);
}
