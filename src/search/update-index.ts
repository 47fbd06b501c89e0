import type Database from 'libsql';
import type { Brief } from '../briefs/brief.ts';
import { countBrief, emptyCounts } from './count-terms.ts';
import { rememberStems } from './english-stem.ts';
import { COLUMNS, fieldsOfBrief, type IndexedFields, slug } from './fields-of-brief.ts';
import { learnLexicon, type SentencePair } from './learn-lexicon.ts';
import { sentencePairs } from './sentence-pairs.ts';
import { writeCounts } from './write-counts.ts';

/** The lexicon is learned anew when this many times as many briefs are there as when it last was. */
const GROWTH = 1.25;
const LEAST_NEW = 20;
/** Newest briefs the lexicon is learned from; more teach little and cost seconds. */
const MOST_LESSONS = 4000;

/** Puts and removes briefs, oldest first, in one transaction. */
export function updateIndex(db: Database.Database, put: readonly Brief[], remove: readonly string[]): void {
  db.transaction(() => {
    const rows = openRows(db);
    const stem = rememberStems();
    const counts = emptyCounts();
    for (const file of remove) rows.remove(file);
    for (const [i, brief] of [...put].sort(byTime).entries()) {
      if (rows.hashOf(brief.file) === brief.hash) continue;
      rows.remove(brief.file);
      const fields = fieldsOfBrief(brief, stem);
      const lesson = i >= put.length - MOST_LESSONS ? sentencePairs(brief, stem) : [];
      rows.add(brief, fields, lesson);
      countBrief(counts, brief, fields);
    }
    writeCounts(db, counts);
    learnWhenGrown(db);
  })();
}

interface Rows {
  hashOf(file: string): string | undefined;
  remove(file: string): void;
  add(brief: Brief, fields: IndexedFields, lesson: readonly SentencePair[]): void;
}

function openRows(db: Database.Database): Rows {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const known = db.prepare('SELECT id, hash FROM briefs WHERE file = ?');
  const removals = [
    'DELETE FROM texts WHERE rowid = ?',
    'DELETE FROM lessons WHERE brief = ?',
    'DELETE FROM briefs WHERE id = ?',
  ];
  const [removeText, removeLesson, removeBrief] = removals.map((sql) => db.prepare(sql));
  const addBrief = db.prepare(
    'INSERT INTO briefs (file, hash, day, taken_in, source, language) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const addText = db.prepare(
    `INSERT INTO texts (rowid, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`,
  );
  const addLesson = db.prepare('INSERT INTO lessons (brief, pairs) VALUES (?, ?)');
  const rowOf = (file: string) => known.get(file) as { id: number; hash: string } | undefined;
  return {
    hashOf: (file) => rowOf(file)?.hash,
    remove(file) {
      const row = rowOf(file);
      if (row) for (const removal of [removeText, removeLesson, removeBrief]) removal?.run(row.id);
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
      );
      addText.run(id, ...names.map((name) => fields.columns[name]));
      if (lesson.length > 0) addLesson.run(id, JSON.stringify(lesson));
    },
  };
}

function learnWhenGrown(db: Database.Database): void {
  const { count } = db.prepare('SELECT count(*) AS count FROM briefs').get() as { count: number };
  const row = db.prepare("SELECT value FROM meta WHERE name = 'learned from'").get() as
    | { value: string }
    | undefined;
  const before = Number(row?.value ?? 0);
  if (count < before * GROWTH || count - before < LEAST_NEW) return;
  db.prepare(
    'DELETE FROM lessons WHERE brief NOT IN (SELECT brief FROM lessons ORDER BY brief DESC LIMIT ?)',
  ).run(MOST_LESSONS);
  const lessons = db.prepare('SELECT pairs FROM lessons').all() as { pairs: string }[];
  const learned = learnLexicon(lessons.flatMap(({ pairs }) => JSON.parse(pairs) as SentencePair[]));
  db.exec('DELETE FROM lexicon');
  const insert = db.prepare('INSERT OR REPLACE INTO lexicon (term, other, p) VALUES (?, ?, ?)');
  for (const { term, other, p } of learned) insert.run(term, other, p);
  db.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('learned from', ?)").run(String(count));
}

/** The day a brief is dated; the day it was taken in where its source does not say. */
function dayOf(brief: Brief): string {
  if (brief.datePublished !== '') return brief.datePublished;
  return brief.ingestedAt === null ? '' : new Date(brief.ingestedAt).toISOString().slice(0, 10);
}

function byTime(a: Brief, b: Brief): number {
  return (a.ingestedAt ?? 0) - (b.ingestedAt ?? 0) || (a.file < b.file ? -1 : 1);
}
