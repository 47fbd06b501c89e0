import type Database from 'libsql';
import type { Brief } from '../briefs/brief.ts';
import { countBrief, emptyCounts, labelsOf } from './count-terms.ts';
import { rememberStems } from './english-stem.ts';
import { COLUMNS, fieldsOfBrief, type IndexedFields, slug } from './fields-of-brief.ts';
import { learnLexiconInSteps, type SentencePair } from './learn-lexicon.ts';
import type { IndexChange } from './search-types.ts';
import { sentencePairs } from './sentence-pairs.ts';
import { openUncount } from './uncount-brief.ts';
import { writeCounts } from './write-counts.ts';

/** The lexicon is learned anew when this many times as many briefs are there as when it last was. */
const GROWTH = 1.25;
const LEAST_NEW = 20;
/** Newest briefs the lexicon is learned from; more teach little and cost seconds. */
const MOST_LESSONS = 4000;
const LESSONS_AT_ONCE = 100;

/** Briefs written in one transaction: some ten milliseconds, so that a search never waits long. */
const HELPING = 10;

/**
 * Puts and removes briefs, oldest first, in small helpings, each of them in a transaction: between two steps the index
 * is whole and may be searched.
 */
export function* updateInSteps(
  db: Database.Database,
  { put, remove, before = () => null }: IndexChange,
): Generator<undefined, void> {
  const stem = rememberStems();
  const rows = openRows(db, before, openUncount(db, stem));
  const forget = db.prepare('DELETE FROM lessons WHERE brief <= (SELECT max(brief) FROM lessons) - ?');
  const ordered = [...put].sort(byTime);
  for (let from = 0; from < remove.length; from += HELPING) {
    const files = remove.slice(from, from + HELPING);
    db.transaction(() => {
      for (const file of files) rows.remove(file);
    })();
    yield;
  }
  for (let from = 0; from < ordered.length; from += HELPING) {
    const helping = ordered.slice(from, from + HELPING);
    db.transaction(() => {
      const counts = emptyCounts();
      for (const [i, brief] of helping.entries()) {
        if (rows.hashOf(brief.file) === brief.hash) continue;
        rows.remove(brief.file);
        const fields = fieldsOfBrief(brief, stem);
        const teaches = from + i >= ordered.length - MOST_LESSONS;
        rows.add(brief, fields, teaches ? sentencePairs(brief, stem) : []);
        countBrief(counts, brief, fields);
      }
      writeCounts(db, counts);
      forget.run(MOST_LESSONS);
    })();
    yield;
  }
}

interface Rows {
  hashOf(file: string): string | undefined;
  remove(file: string): void;
  add(brief: Brief, fields: IndexedFields, lesson: readonly SentencePair[]): void;
}

function openRows(
  db: Database.Database,
  before: (file: string) => Brief | null,
  uncountBrief: (brief: Brief) => void,
): Rows {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const known = db.prepare('SELECT id, hash, labels FROM briefs WHERE file = ?');
  const uncount = db.prepare('UPDATE labels SET briefs = briefs - 1 WHERE text = ?');
  const dropUncounted = db.prepare('DELETE FROM labels WHERE text = ? AND briefs < 1');
  const removals = [
    'DELETE FROM texts WHERE rowid = ?',
    'DELETE FROM lessons WHERE brief = ?',
    'DELETE FROM briefs WHERE id = ?',
  ];
  const [removeText, removeLesson, removeBrief] = removals.map((sql) => db.prepare(sql));
  const addBrief = db.prepare(
    'INSERT INTO briefs (file, hash, day, taken_in, source, language, labels) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const addText = db.prepare(
    `INSERT INTO texts (rowid, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`,
  );
  const addLesson = db.prepare('INSERT INTO lessons (brief, pairs) VALUES (?, ?)');
  const rowOf = (file: string) => known.get(file) as { id: number; hash: string; labels: string } | undefined;
  return {
    hashOf: (file) => rowOf(file)?.hash,
    remove(file) {
      const row = rowOf(file);
      if (!row) return;
      const brief = before(file);
      if (brief?.hash === row.hash) uncountBrief(brief);
      for (const removal of [removeText, removeLesson, removeBrief]) removal?.run(row.id);
      const labels = JSON.parse(row.labels) as string[];
      for (const label of labels) uncount.run(label);
      for (const label of labels) dropUncounted.run(label);
    },
    add(brief, fields, lesson) {
      const source = slug(brief.sourceName);
      const { lastInsertRowid: id } = addBrief.run(
        brief.file,
        brief.hash,
        dayOf(brief),
        brief.ingestedAt,
        source,
        brief.language,
        JSON.stringify(labelsOf(brief).map(({ text }) => text)),
      );
      addText.run(id, ...names.map((name) => fields.columns[name]));
      if (lesson.length > 0) addLesson.run(id, JSON.stringify(lesson));
    },
  };
}

/** Learns the lexicon from the briefs if there are many more of them than when it last was learned. */
export function* learnWhenGrown(db: Database.Database): Generator<undefined, void> {
  const { count } = db.prepare('SELECT count(*) AS count FROM briefs').get() as { count: number };
  const row = db.prepare("SELECT value FROM meta WHERE name = 'learned from'").get() as
    | { value: string }
    | undefined;
  const before = Number(row?.value ?? 0);
  if (count < before * GROWTH || count - before < LEAST_NEW) return;
  const pairs: SentencePair[] = [];
  const next = db.prepare('SELECT brief, pairs FROM lessons WHERE brief > ? ORDER BY brief LIMIT ?');
  for (let last = 0; ; ) {
    const lessons = next.all(last, LESSONS_AT_ONCE) as { brief: number; pairs: string }[];
    for (const lesson of lessons) pairs.push(...(JSON.parse(lesson.pairs) as SentencePair[]));
    last = lessons.at(-1)?.brief ?? last;
    if (lessons.length < LESSONS_AT_ONCE) break;
    yield;
  }
  const learned = yield* learnLexiconInSteps(pairs);
  db.transaction(() => {
    db.exec('DELETE FROM lexicon');
    db.prepare(
      `INSERT OR REPLACE INTO lexicon (term, other, p)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)`,
    ).run(JSON.stringify(learned.map(({ term, other, p }) => [term, other, p])));
    db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('learned from', ?)").run(String(count));
  })();
}

/** The day a brief is dated; the day it was taken in where its source does not say. */
function dayOf(brief: Brief): string {
  if (brief.datePublished !== '') return brief.datePublished;
  return brief.ingestedAt === null ? '' : new Date(brief.ingestedAt).toISOString().slice(0, 10);
}

function byTime(a: Brief, b: Brief): number {
  return (a.ingestedAt ?? 0) - (b.ingestedAt ?? 0) || (a.file < b.file ? -1 : 1);
}
