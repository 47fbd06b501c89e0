import type { Brief } from '../briefs/brief.ts';
import { type IndexedFields, slug, TAG } from './fields-of-brief.ts';
import { gluedTerms } from './terms-of-text.ts';

/** In how many briefs each term, form and label stands, to be added to the index. */
export interface Counts {
  terms: Map<string, number>;
  forms: Map<string, { term: string; briefs: number; names: number }>;
  labels: Map<string, { kind: 'tag' | 'entity'; briefs: number }>;
}

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
    if (known.briefs === 0) counts.forms.set(form, known);
    known.briefs += 1;
    if (fields.names.has(form) || fields.phrases.has(form)) known.names += 1;
  }
  for (const { text, kind } of labelsOf(brief)) countLabel(counts, text, kind);
}

/** The tags and entities of a brief, each of either kind once. */
export function labelsOf({ tags, entities }: Brief): { text: string; kind: 'tag' | 'entity' }[] {
  return [
    ...[...new Set(tags)].map((text) => ({ text, kind: 'tag' as const })),
    ...[...new Set(entities)].map((text) => ({ text, kind: 'entity' as const })),
  ];
}

function countLabel(counts: Counts, text: string, kind: 'tag' | 'entity'): void {
  const known = counts.labels.get(text);
  counts.labels.set(text, { kind: known?.kind ?? kind, briefs: (known?.briefs ?? 0) + 1 });
}
