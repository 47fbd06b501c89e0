import type Database from 'libsql';
import { foldText } from './fold-text.ts';
import { isName, type Vocabulary } from './vocabulary.ts';

/** Words as the briefs write them where they mostly name something (best buy is Best Buy); others as they are. */
export function nameAsWritten(db: Database.Database, vocabulary: Vocabulary, words: string): string {
  const folded = foldText(words);
  const form = vocabulary.form(folded);
  if (form !== undefined && !isName(form)) return words;
  const name = db
    .prepare("SELECT text FROM labels WHERE folded = ? AND kind = 'entity' ORDER BY briefs DESC LIMIT 1")
    .get(folded) as { text: string } | undefined;
  return name?.text ?? words;
}
