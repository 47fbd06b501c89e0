import type Database from 'libsql';
import type { Brief } from '../briefs/brief.ts';
import { countBrief, emptyCounts } from './count-terms.ts';
import { fieldsOfBrief } from './fields-of-brief.ts';
import { soundsOf } from './write-counts.ts';

type Stemmer = Parameters<typeof fieldsOfBrief>[1];

/** Takes what a brief counted out of the index again: what stands in no other is offered, read and translated no more. */
export function openUncount(db: Database.Database, stem: Stemmer): (brief: Brief) => void {
  const lessTerm = db.prepare('UPDATE terms SET briefs = briefs - 1 WHERE term = ?');
  const dropTerm = db.prepare('DELETE FROM terms WHERE term = ? AND briefs < 1');
  const lessForm = db.prepare('UPDATE forms SET briefs = briefs - 1, names = names - ? WHERE form = ?');
  const dropForm = db.prepare('DELETE FROM forms WHERE form = ? AND briefs < 1');
  const dropSound = db.prepare('DELETE FROM sounds WHERE skeleton = ? AND form = ?');
  const dropTranslations = db.prepare(
    `DELETE FROM lexicon WHERE term IN (SELECT value FROM json_each(?1)) OR other IN (SELECT value FROM json_each(?1))`,
  );
  return (brief) => {
    const counts = emptyCounts();
    countBrief(counts, brief, fieldsOfBrief(brief, stem));
    const gone: string[] = [];
    for (const term of counts.terms.keys()) {
      lessTerm.run(term);
      if (dropTerm.run(term).changes > 0) gone.push(term);
    }
    for (const [form, { names }] of counts.forms) {
      lessForm.run(names, form);
      if (dropForm.run(form).changes > 0) for (const sound of soundsOf(form)) dropSound.run(...sound);
    }
    if (gone.length > 0) dropTranslations.run(JSON.stringify(gone));
  };
}
