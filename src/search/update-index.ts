import type Database from 'libsql';
import type { Brief } from '../briefs/brief.ts';
import { type Counts, countBrief, emptyCounts, writeCounts } from './count-terms.ts';
import { COLUMNS, fieldsOfBrief, slug } from './fields-of-brief.ts';
import { learnLexicon, type SentencePair } from './learn-lexicon.ts';
import { sentencePairs } from './sentence-pairs.ts';

/** The lexicon is learned anew when this many times as many briefs are there as when it last was. */
const GROWTH = 1.25;
const LEAST_NEW = 20;
/** Newest briefs the lexicon is learned from; more teach little and cost seconds. */
const MOST_LESSONS = 4000;

/** Puts and removes briefs, oldest first, in one transaction. */
export function updateIndex(db: Database.Database, put: readonly Brief[], remove: readonly string[]): void {
  db.transaction(() => {
    for (const file of remove) removeBrief(db, file);
    const counts = emptyCounts();
    for (const brief of [...put].sort(byTime)) putBrief(db, brief, counts);
    writeCounts(db, counts);
    learnWhenGrown(db);
  })();
}

function putBrief(db: Database.Database, brief: Brief, counts: Counts): void {
  const known = db.prepare('SELECT id, hash FROM briefs WHERE file = ?').get(brief.file) as
    | { hash: string }
    | undefined;
  if (known?.hash === brief.hash) return;
  if (known) removeBrief(db, brief.file);
  const fields = fieldsOfBrief(brief);
  const { lastInsertRowid: id } = db
    .prepare('INSERT INTO briefs (file, hash, day, taken_in, source, language) VALUES (?, ?, ?, ?, ?, ?)')
    .run(brief.file, brief.hash, dayOf(brief), brief.ingestedAt, slug(brief.sourceName), brief.language);
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  db.prepare(`INSERT INTO texts (rowid, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})`).run(
    id,
    ...names.map((name) => fields.columns[name]),
  );
  const pairs = sentencePairs(brief);
  if (pairs.length > 0)
    db.prepare('INSERT INTO lessons (brief, pairs) VALUES (?, ?)').run(id, JSON.stringify(pairs));
  countBrief(counts, brief, fields);
}

function removeBrief(db: Database.Database, file: string): void {
  const row = db.prepare('SELECT id FROM briefs WHERE file = ?').get(file) as { id: number } | undefined;
  if (!row) return;
  db.prepare('DELETE FROM texts WHERE rowid = ?').run(row.id);
  db.prepare('DELETE FROM lessons WHERE brief = ?').run(row.id);
  db.prepare('DELETE FROM briefs WHERE id = ?').run(row.id);
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
  for (const { ko, en, p } of learned) {
    if (ko === en) continue;
    insert.run(ko, en, p);
    insert.run(en, ko, p);
  }
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
