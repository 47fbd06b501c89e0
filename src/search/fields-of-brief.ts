import type { Brief } from '../briefs/brief.ts';
import { foldText } from './fold-text.ts';
import { initialsOfNames, namePhrases } from './name-phrases.ts';
import { indexedText, type Term, termsOfText } from './terms-of-text.ts';

/** Marks an exact tag and an exact source among the terms. */
export const TAG = '#';
export const SOURCE = '@';

/** The columns of the full-text index, with their weight in bm25. */
export const COLUMNS = { title: 6, labels: 4, lead: 1.5, summary: 1.5, points: 1, source: 1 } as const;
export type Column = keyof typeof COLUMNS;

/** A brief as the index takes it in. */
export interface IndexedFields {
  /** Text of each column, our own terms joined by blanks. */
  columns: Record<Column, string>;
  /** Every term of the texts (not of the source), as often as it occurs. */
  terms: Term[];
  /** Terms that name something: from the entities, and Latin words inside Korean text. */
  names: Set<string>;
  /** Names of a few Latin words (sleep number): the terms each is found by, joined by blanks. */
  phrases: Map<string, string>;
}

/** The terms of a brief, by column. */
export function fieldsOfBrief(brief: Brief, stem: (word: string) => string): IndexedFields {
  const termsOf = (text: string) => termsOfText(text, stem);
  const title = termsOf(brief.title);
  const tags = termsOf([...brief.tags, ...brief.categories].join(' . ').replaceAll('_', '-'));
  const entities = termsOf(brief.entities.join(' . '));
  const lead = termsOf(both(brief.insight, brief.soWhat));
  const summary = termsOf(both(brief.summary));
  const points = termsOf(brief.keyPoints.join(' . '));
  const source = termsOf(brief.sourceName);
  const korean = termsOf(`${brief.summary.ko} . ${brief.soWhat.ko}`);
  const exact = [...brief.tags, ...brief.categories].map((tag) => TAG + slug(tag));
  return {
    columns: {
      title: indexedText(title),
      labels: `${indexedText(tags)} ${indexedText(entities)} ${exact.join(' ')}`,
      lead: indexedText(lead),
      summary: indexedText(summary),
      points: indexedText(points),
      source: `${indexedText(source)} ${SOURCE}${slug(brief.sourceName)} ${SOURCE}${slug(brief.sourceId)}`,
    },
    terms: [...title, ...tags, ...entities, ...lead, ...summary, ...points],
    names: new Set([...entities, ...korean.filter((t) => t.word.script === 'latin')].map((t) => t.form)),
    phrases: new Map(
      [
        ...[title, entities, korean].flatMap(namePhrases),
        ...[entities, summary, lead, points].flatMap(initialsOfNames),
      ].map(({ form, phrase }) => [form, phrase]),
    ),
  };
}

/** One spelling of a tag or a source's name: letters and digits of any script with single hyphens. */
export function slug(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

function both(...texts: { ko: string; en: string }[]): string {
  return texts.map((text) => `${text.ko} . ${text.en}`).join(' . ');
}
