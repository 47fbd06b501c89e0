import type Database from 'libsql';
import { COLUMNS } from './fields-of-brief.ts';

/** Which briefs may be found at all. Days are `YYYY-MM-DD`, inclusive. */
export interface Filter {
  from: string;
  to: string;
  sources?: readonly string[];
  language?: string;
  /** Epoch milliseconds: briefs taken in later do not exist. */
  upTo?: number;
  /** Files of the only briefs that may be found. */
  among?: readonly string[];
  /** A full-text expression every hit must match as well: quoted phrases, a tag. */
  must?: string;
}

/** Briefs that match one full-text expression. */
export interface Matches {
  /** In how many briefs it stands, whatever the filter. */
  briefs: number;
  /** Brief number and how much of the brief is about it, 0..2.2 (bm25 without the rarity of the term), newest first. */
  rows: [id: number, share: number][];
}

export interface MatchReader {
  /**
   * @param all how many briefs there are
   * @param known in how many of them the expression stands, where that is known: to count them takes time
   */
  matches(expression: string, filter: Filter, all: number, known?: number): Matches;
  /** Numbers of the newest briefs that match, without shares: many times cheaper. */
  anyOf(expression: string): number[];
  /** Numbers of all briefs the filter lets through, newest first. */
  all(filter: Filter): number[];
}

/** A common term is read in its newest briefs only: older ones cost time and never come first. */
const MOST_ROWS = 2500;
/** Scores are passed as whole numbers of this fraction. */
const FINENESS = 1_000_000_000;
const WEIGHTS = Object.values(COLUMNS).join(', ');

/** Reads matches from the full-text table. */
export function openMatchReader(db: Database.Database): MatchReader {
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const count = db.prepare('SELECT count(*) AS briefs FROM texts WHERE texts MATCH ?');
  const anyOf = db
    .prepare(
      `SELECT group_concat(rowid) FROM (SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid DESC LIMIT ${4 * MOST_ROWS})`,
    )
    .raw();
  return {
    matches(expression, filter, all, known) {
      const { sql, values } = conditions(filter);
      const joined = sql === '' ? '' : 'JOIN briefs ON briefs.id = texts.rowid';
      // One row with all numbers as text: passing rows out of SQLite one by one costs more than ranking them.
      const [ids, scores] = prepared(`
        SELECT group_concat(id), group_concat(CAST(score * ${FINENESS} AS INTEGER)) FROM (
          SELECT texts.rowid AS id, bm25(texts, ${WEIGHTS}) AS score FROM texts ${joined}
          WHERE texts MATCH ? ${sql} ORDER BY texts.rowid DESC LIMIT ${MOST_ROWS}
        )`)
        .raw()
        .get(expression, ...values) as [string | null, string | null];
      const numbers = numbersIn(ids);
      const whole = joined === '' && numbers.length < MOST_ROWS;
      const briefs = whole ? numbers.length : (known ?? (count.get(expression) as { briefs: number }).briefs);
      const rarity = Math.max(Math.log((all - briefs + 0.5) / (briefs + 0.5)), 1e-6);
      const shares = numbersIn(scores).map((score) => -score / FINENESS / rarity);
      return { briefs, rows: numbers.map((id, i) => [id, shares[i] ?? 0]) };
    },
    anyOf: (expression) => numbersIn((anyOf.get(expression) as [string | null])[0]),
    all(filter) {
      const { sql, values } = conditions(filter);
      const rows = prepared(
        `SELECT briefs.id FROM briefs WHERE 1 ${sql} ORDER BY briefs.day DESC, briefs.id DESC LIMIT ${MOST_ROWS}`,
      )
        .raw()
        .all(...values) as [number][];
      return rows.map(([id]) => id);
    },
  };
}

function numbersIn(list: string | null): number[] {
  return list === null ? [] : list.split(',').map(Number);
}

/** A full-text expression for terms that follow each other. */
export function phraseOf(terms: readonly string[]): string {
  return `"${terms.join(' ').replaceAll('"', '""')}"`;
}

function conditions(filter: Filter): { sql: string; values: (string | number)[] } {
  const parts: [string, ...(string | number)[]][] = [];
  if (filter.from !== '') parts.push(['briefs.day >= ?', filter.from]);
  if (filter.to !== '') parts.push(['briefs.day <= ?', filter.to]);
  if (filter.sources)
    parts.push(['briefs.source IN (SELECT value FROM json_each(?))', JSON.stringify(filter.sources)]);
  if (filter.language !== undefined) parts.push(['briefs.language = ?', filter.language]);
  if (filter.upTo !== undefined)
    parts.push(['(briefs.taken_in IS NULL OR briefs.taken_in <= ?)', filter.upTo]);
  if (filter.among)
    parts.push(['briefs.file IN (SELECT value FROM json_each(?))', JSON.stringify(filter.among)]);
  if (filter.must !== undefined) {
    parts.push(['briefs.id IN (SELECT rowid FROM texts WHERE texts MATCH ?)', filter.must]);
  }
  return {
    sql: parts.map(([sql]) => `AND ${sql}`).join(' '),
    values: parts.flatMap(([, ...values]) => values),
  };
}
