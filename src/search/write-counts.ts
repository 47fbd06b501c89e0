import { disassemble } from 'es-hangul';
import type Database from 'libsql';
import type { Counts } from './count-terms.ts';
import { foldText } from './fold-text.ts';
import { skeletonsOf } from './sound-keys.ts';
import { STOP_WORDS } from './stop-words.ts';
import { WHOLE } from './terms-of-text.ts';
import { backwards } from './vocabulary.ts';

const HANGUL = /^[\uac00-\ud7a3]+$/;
const SOUNDING = /^(?:[a-z]{2,}(?: [a-z]{2,})*|[\uac00-\ud7a3]{1,})$/;
/** Rows passed to SQLite at once: one call a row costs more than the row. */
const AT_ONCE = 2000;

type Row = (string | number | null)[];

/** Adds counts to the index's tables, and the sounds of forms it has not met. */
export function writeCounts(db: Database.Database, counts: Counts): void {
  writeRows(
    db,
    'terms',
    [...counts.terms],
    'ON CONFLICT (term) DO UPDATE SET briefs = briefs + excluded.briefs',
  );
  const forms: Row[] = [];
  const sounds: Row[] = [];
  const isMet = db.prepare('SELECT 1 FROM forms WHERE form = ?');
  for (const [form, { term, briefs, names }] of counts.forms) {
    if (isMet.get(form) === undefined) sounds.push(...soundsOf(form));
    const jamo = HANGUL.test(form) ? disassemble(form) : null;
    forms.push([form, term, briefs, names, backwards(form), jamo, form.length]);
  }
  writeRows(
    db,
    'forms',
    forms,
    'ON CONFLICT (form) DO UPDATE SET briefs = briefs + excluded.briefs, names = names + excluded.names',
  );
  writeRows(db, 'sounds', sounds, 'ON CONFLICT DO NOTHING');
  const labels = [...counts.labels].map(([text, { kind, briefs }]): Row => {
    const folded = foldText(text).replaceAll('-', ' ');
    return [text, folded, disassemble(folded), kind, briefs];
  });
  writeRows(db, 'labels', labels, 'ON CONFLICT (text) DO UPDATE SET briefs = briefs + excluded.briefs');
}

/** The rows of `sounds` that a form has. */
export function soundsOf(form: string): [skeleton: string, form: string][] {
  if (!SOUNDING.test(form) || STOP_WORDS.has(form) || form.startsWith(WHOLE)) return [];
  return skeletonsOf(form).map((skeleton) => [skeleton, form]);
}

/** Writes rows in the order of their keys, so that each lands beside the last. */
function writeRows(db: Database.Database, table: string, rows: Row[], onConflict: string): void {
  const width = rows[0]?.length ?? 0;
  if (width === 0) return;
  const columns = Array.from({ length: width }, (_column, i) => `value ->> ${i}`).join(', ');
  const insert = db.prepare(
    `INSERT INTO ${table} SELECT ${columns} FROM json_each(?) WHERE true ${onConflict}`,
  );
  rows.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  for (let from = 0; from < rows.length; from += AT_ONCE)
    insert.run(JSON.stringify(rows.slice(from, from + AT_ONCE)));
}
