import type Database from 'libsql';
import type { Brief, Problem } from '../briefs/brief.ts';
import type { FileKind, LibraryBrief, SourceName, StoryFiles } from './library.ts';

/** What the last scans know of one file. */
export interface FileRecord {
  file: string;
  /** 0 where the file was so fresh when it was read that it may change without another time showing. */
  mtime: number;
  size: number;
  /** SHA-256 of the bytes last read; '' where they could not be. */
  hash: string;
  kind: Brief['kind'] | null;
  because: string;
  /** In how many scans it could not be read as briefs: 1 is tried again, 2 is told. */
  failures: number;
  problems: Problem[];
  quarantined: Problem[];
}

/** A brief's place in the library. */
export interface ShelvedBrief {
  brief: Brief;
  /** The file it was read from, and its place there. */
  source: string;
  place: number;
  /** Epoch ms. */
  seenAt: number;
  story: string;
  followUpOf: string | null;
}

/** The story a brief was given. */
export interface KeptAssignment {
  file: string;
  /** Epoch ms. */
  seenAt: number;
  story: string;
  followUpOf: string | null;
}

/** What was read, as SQLite holds it. Large answers come in pages: the files after `after`, at most `limit`. */
export interface BriefCache {
  transaction(work: () => void): void;
  records(): FileRecord[];
  putRecord(record: FileRecord): void;
  removeRecord(file: string): void;
  /** The briefs of one file. */
  ofSource(source: string): { file: string; seenAt: number }[];
  put(shelved: ShelvedBrief): void;
  remove(file: string): void;
  list(after: string, limit: number): LibraryBrief[];
  /** Where every brief belongs, in the order they were first seen, then by path. */
  assignments(): KeptAssignment[];
  /** File and hash of every brief. */
  hashes(): Map<string, string>;
  kinds(after: string, limit: number): FileKind[];
  brief(file: string): Brief | null;
  newest(limit: number, upTo: number | null): Brief[];
  /** Names of sources that hold what was typed, those with most briefs first. */
  sourceNames(typed: string, limit: number): SourceName[];
  storyOf(file: string): StoryFiles;
  /** File and story of every brief, in the order they were first seen. */
  members(offset: number, limit: number): { file: string; story: string }[];
}

export function openBriefCache(db: Database.Database): BriefCache {
  const order = 'ORDER BY seen_at, source, place';
  const statements = {
    records: db.prepare('SELECT * FROM files'),
    putRecord: db.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    removeRecord: db.prepare('DELETE FROM files WHERE file = ?'),
    ofSource: db.prepare('SELECT file, seen_at AS seenAt FROM briefs WHERE source = ? ORDER BY place'),
    put: db.prepare('INSERT OR REPLACE INTO briefs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    remove: db.prepare('DELETE FROM briefs WHERE file = ?'),
    list: db.prepare(
      `SELECT file, ingested_at AS ingestedAt, url_key AS urlKey, story, follow_up_of AS followUpOf
       FROM briefs WHERE file > ? ORDER BY file LIMIT ?`,
    ),
    assignments: db.prepare(
      `SELECT file, seen_at AS seenAt, story, follow_up_of AS followUpOf FROM briefs ${order}`,
    ),
    hashes: db.prepare('SELECT file, hash FROM briefs'),
    kinds: db.prepare('SELECT file, kind, because FROM files WHERE file > ? ORDER BY file LIMIT ?'),
    brief: db.prepare('SELECT json FROM briefs WHERE file = ?'),
    newest: db.prepare(
      `SELECT json FROM briefs WHERE coalesce(ingested_at, seen_at) <= ?
       ORDER BY coalesce(ingested_at, seen_at) DESC, file LIMIT ?`,
    ),
    sourceNames: db.prepare(
      `SELECT source_name AS name, count(*) AS briefs FROM briefs WHERE source_name <> '' AND instr(lower(source_name), lower(?)) > 0
       GROUP BY source_name ORDER BY count(*) DESC, source_name LIMIT ?`,
    ),
    story: db.prepare('SELECT story FROM briefs WHERE file = ?'),
    storyFiles: db.prepare(`SELECT file FROM briefs WHERE story = ? ${order}`),
    members: db.prepare(`SELECT file, story FROM briefs ${order} LIMIT ? OFFSET ?`),
  };
  const json = (row: unknown) => JSON.parse((row as { json: string }).json) as Brief;
  return {
    transaction: (work) => db.transaction(work)(),
    records: () => (statements.records.all() as FileRow[]).map(recordOf),
    putRecord: (record) => {
      const { file, mtime, size, hash, kind, because, failures } = record;
      const lists = [JSON.stringify(record.problems), JSON.stringify(record.quarantined)];
      statements.putRecord.run(file, mtime, size, hash, kind, because, failures, ...lists);
    },
    removeRecord: (file) => void statements.removeRecord.run(file),
    ofSource: (source) => statements.ofSource.all(source) as { file: string; seenAt: number }[],
    put: ({ brief, source, place, seenAt, story, followUpOf }) => {
      const { file, hash, ingestedAt, urlKey, sourceName } = brief;
      statements.put.run(
        file,
        source,
        place,
        seenAt,
        hash,
        ingestedAt,
        urlKey,
        sourceName,
        story,
        followUpOf,
        JSON.stringify(brief),
      );
    },
    remove: (file) => void statements.remove.run(file),
    list: (after, limit) => statements.list.all(after, limit) as LibraryBrief[],
    assignments: () => statements.assignments.all() as KeptAssignment[],
    hashes: () => {
      const rows = statements.hashes.all() as { file: string; hash: string }[];
      return new Map(rows.map((row) => [row.file, row.hash]));
    },
    kinds: (after, limit) => statements.kinds.all(after, limit) as FileKind[],
    brief: (file) => {
      const row = statements.brief.get(file);
      return row ? json(row) : null;
    },
    newest: (limit, upTo) => statements.newest.all(upTo ?? Number.MAX_SAFE_INTEGER, limit).map(json),
    sourceNames: (typed, limit) => statements.sourceNames.all(typed.trim(), limit) as SourceName[],
    storyOf: (file) => {
      const row = statements.story.get(file) as { story: string } | undefined;
      if (!row) return { id: file, files: [] };
      const files = statements.storyFiles.all(row.story) as { file: string }[];
      return { id: row.story, files: files.map((member) => member.file) };
    },
    members: (offset, limit) => statements.members.all(limit, offset) as { file: string; story: string }[],
  };
}

interface FileRow extends Omit<FileRecord, 'problems' | 'quarantined'> {
  problems: string;
  quarantined: string;
}

function recordOf(row: FileRow): FileRecord {
  return { ...row, problems: problemsOf(row.problems), quarantined: problemsOf(row.quarantined) };
}

const none: Problem[] = [];
function problemsOf(json: string): Problem[] {
  return json === '[]' ? none : (JSON.parse(json) as Problem[]);
}
