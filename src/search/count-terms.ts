import { disassemble } from 'es-hangul';
import type Database from 'libsql';
import type { Brief } from '../briefs/brief.ts';
import { type IndexedFields, slug, TAG } from './fields-of-brief.ts';
import { foldText } from './fold-text.ts';
import { skeletonsOf } from './sound-keys.ts';
import { STOP_WORDS } from './stop-words.ts';
import { gluedTerms, WHOLE } from './terms-of-text.ts';
import { backwards } from './vocabulary.ts';

/** In how many briefs each term, form and label stands, to be added to the index. */
export interface Counts {
  terms: Map<string, number>;
  forms: Map<string, { term: string; briefs: number; names: number }>;
  labels: Map<string, { kind: 'tag' | 'entity'; briefs: number }>;
}

const HANGUL = /^[\uac00-\ud7a3]+$/;
const SOUNDING = /^(?:[a-z]{2,}(?: [a-z]{2,})*|[\uac00-\ud7a3]{1,})$/;

export function emptyCounts(): Counts {
  return { terms: new Map(), forms: new Map(), labels: new Map() };
}

/** Counts one brief's terms, each once. */
export function countBrief(counts: Counts, brief: Brief, fields: IndexedFields): void {
  const terms = new Set<string>();
  const forms = new Map<string, string>();
  for (const { term, form, also, word } of fields.terms) {
    terms.add(term);
    for (const other of also) terms.add(other);
    // A Hangul stem is a form of its own; a Latin form is the word as written.
    if (word.script === 'hangul') for (const stem of [term, ...also]) forms.set(stem, stem);
    else forms.set(form, term);
  }
  for (const glued of gluedTerms(fields.terms)) {
    terms.add(glued);
    forms.set(glued, glued);
  }
  for (const [form, phrase] of fields.phrases) forms.set(form, phrase);
  for (const tag of [...brief.tags, ...brief.categories]) terms.add(TAG + slug(tag));
  for (const term of terms) counts.terms.set(term, (counts.terms.get(term) ?? 0) + 1);
  for (const [form, term] of forms) {
    const known = counts.forms.get(form) ?? { term, briefs: 0, names: 0 };
    counts.forms.set(form, {
      term,
      briefs: known.briefs + 1,
      names: known.names + (fields.names.has(form) || fields.phrases.has(form) ? 1 : 0),
    });
  }
  for (const tag of new Set(brief.tags)) countLabel(counts, tag, 'tag');
  for (const entity of new Set(brief.entities)) countLabel(counts, entity, 'entity');
}

function countLabel(counts: Counts, text: string, kind: 'tag' | 'entity'): void {
  const known = counts.labels.get(text);
  counts.labels.set(text, { kind: known?.kind ?? kind, briefs: (known?.briefs ?? 0) + 1 });
}

/** Adds counts to the index's tables, and the sounds of forms it has not met. */
export function writeCounts(db: Database.Database, counts: Counts): void {
  const term = db.prepare(
    'INSERT INTO terms VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET briefs = briefs + excluded.briefs',
  );
  for (const [text, briefs] of counts.terms) term.run(text, briefs);
  const form = db.prepare(
    'INSERT INTO forms VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (form) DO UPDATE SET briefs = briefs + excluded.briefs, names = names + excluded.names',
  );
  const sound = db.prepare('INSERT OR IGNORE INTO sounds VALUES (?, ?)');
  for (const [text, { term: of, briefs, names }] of counts.forms) {
    form.run(
      text,
      of,
      briefs,
      names,
      backwards(text),
      HANGUL.test(text) ? disassemble(text) : null,
      text.length,
    );
    if (!SOUNDING.test(text) || STOP_WORDS.has(text) || text.startsWith(WHOLE)) continue;
    for (const skeleton of skeletonsOf(text)) sound.run(skeleton, text);
  }
  const label = db.prepare(
    'INSERT INTO labels VALUES (?, ?, ?, ?, ?) ON CONFLICT (text) DO UPDATE SET briefs = briefs + excluded.briefs',
  );
  for (const [text, { kind, briefs }] of counts.labels) {
    const folded = foldText(text).replaceAll('-', ' ');
    label.run(text, folded, disassemble(folded), kind, briefs);
  }
}
