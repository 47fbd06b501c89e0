import type Database from 'libsql';
import { phraseOf } from './match-reader.ts';

/** A word as written somewhere in the briefs. */
export interface Form {
  form: string;
  /** The term it is found by. */
  term: string;
  /** In how many briefs it stands. */
  briefs: number;
  /** In how many of them it names something. */
  names: number;
}

/** What the index knows about words. */
export interface Vocabulary {
  /** In how many briefs a term stands; 0 where it is unknown. */
  briefsWith(term: string): number;
  form(form: string): Form | undefined;
  /** How a term is most often written. */
  shown(term: string): string;
  /** Forms that begin with a text, of a length in between, both inclusive. */
  formsStarting(start: string, shortest: number, longest: number): Form[];
  /** The same for forms that end with it. */
  formsEnding(end: string, shortest: number, longest: number): Form[];
  formsBySkeleton(skeleton: string): Form[];
  /** Whether terms stand side by side in some brief. */
  hasPhrase(terms: readonly string[]): boolean;
  translations(term: string): { other: string; p: number }[];
}

const LAST = '\uffff';

/** The letters of a word in reverse, to look words up by their ends. */
export function backwards(text: string): string {
  return [...text].reverse().join('');
}

/** Whether a word mostly names something. */
export function isName(form: Form): boolean {
  return form.names * 2 >= form.briefs;
}

/** Reads the vocabulary straight from the index's tables. */
export function openVocabulary(db: Database.Database): Vocabulary {
  const columns = 'form, term, briefs, names';
  const term = db.prepare('SELECT briefs FROM terms WHERE term = ?');
  const form = db.prepare(`SELECT ${columns} FROM forms WHERE form = ?`);
  const shown = db.prepare('SELECT form FROM forms WHERE term = ? ORDER BY briefs DESC LIMIT 1');
  const starting = db.prepare(
    `SELECT ${columns} FROM forms WHERE form >= ? AND form < ? AND size BETWEEN ? AND ?`,
  );
  const ending = db.prepare(
    `SELECT ${columns} FROM forms WHERE backwards >= ? AND backwards < ? AND size BETWEEN ? AND ?`,
  );
  const bySkeleton = db.prepare(`SELECT ${columns} FROM sounds JOIN forms USING (form) WHERE skeleton = ?`);
  const phrase = db.prepare('SELECT 1 FROM texts WHERE texts MATCH ? LIMIT 1');
  const translations = db.prepare('SELECT other, p FROM lexicon WHERE term = ? ORDER BY p DESC LIMIT 8');
  return {
    briefsWith: (text) => (term.get(text) as { briefs: number } | undefined)?.briefs ?? 0,
    form: (text) => form.get(text) as Form | undefined,
    shown: (text) => (shown.get(text) as { form: string } | undefined)?.form ?? text,
    formsStarting: (start, shortest, longest) =>
      starting.all(start, start + LAST, shortest, longest) as Form[],
    formsEnding: (end, shortest, longest) =>
      ending.all(backwards(end), backwards(end) + LAST, shortest, longest) as Form[],
    formsBySkeleton: (skeleton) => bySkeleton.all(skeleton) as Form[],
    hasPhrase: (terms) => {
      if (!terms.every((text) => term.get(text) !== undefined)) return false;
      return terms.length === 1 || phrase.get(phraseOf(terms)) !== undefined;
    },
    translations: (text) => translations.all(text) as { other: string; p: number }[],
  };
}
