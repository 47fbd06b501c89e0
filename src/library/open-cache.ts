import { rmSync } from 'node:fs';
import Database from 'libsql';

/** Changes whenever the tables or what the readers make of a file change: a cache of another layout is begun anew. */
const LAYOUT = '4';

/**
 * Opens the cache of what was read, begun anew where it is missing, damaged, or of another layout.
 * - `files`: one row a file, as `FileRecord` tells.
 * - `briefs`: one row a brief; `seen_at` is when it was first seen, `place` its place in its file.
 * @param path a file whose folder exists, or `:memory:`
 */
export function openCache(path: string): Database.Database {
  return openSound(path) ?? createCache(path);
}

function openSound(path: string): Database.Database | undefined {
  let db: Database.Database | undefined;
  try {
    db = new Database(path);
    const row = db.prepare("SELECT value FROM meta WHERE name = 'layout'").get() as
      | { value: string }
      | undefined;
    if (row?.value === LAYOUT) return configure(db);
  } catch {
    // Not a database, or not one of ours: it is only a cache.
  }
  db?.close();
  return undefined;
}

function createCache(path: string): Database.Database {
  if (path !== ':memory:') for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const db = configure(new Database(path));
  db.exec(`
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE files (
      file TEXT PRIMARY KEY, mtime REAL NOT NULL, size INTEGER NOT NULL, hash TEXT NOT NULL, kind TEXT,
      because TEXT NOT NULL, failures INTEGER NOT NULL, problems TEXT NOT NULL, quarantined TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE briefs (
      file TEXT PRIMARY KEY, source TEXT NOT NULL, place INTEGER NOT NULL, seen_at INTEGER NOT NULL, hash TEXT NOT NULL,
      ingested_at INTEGER, url_key TEXT NOT NULL, source_name TEXT NOT NULL, story TEXT NOT NULL, follow_up_of TEXT, json TEXT NOT NULL
    );
    CREATE INDEX briefs_by_source ON briefs (source, place);
    CREATE INDEX briefs_by_seen ON briefs (seen_at, source, place);
    CREATE INDEX briefs_by_story ON briefs (story, seen_at, source, place);
    CREATE INDEX briefs_by_source_name ON briefs (source_name);
    CREATE INDEX briefs_by_time ON briefs (coalesce(ingested_at, seen_at), file);
    INSERT INTO meta VALUES ('layout', '${LAYOUT}');
  `);
  return db;
}

/** A lost cache costs a rebuild, so it need not survive a power cut. Another process may hold it for a moment. */
function configure(db: Database.Database): Database.Database {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA busy_timeout = 5000');
  return db;
}
