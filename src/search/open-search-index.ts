import { rmSync } from 'node:fs';
import Database from 'libsql';
import type { AliasTable } from './alias-table.ts';
import { openBriefCounts } from './brief-counts.ts';
import { createTables, LAYOUT } from './index-schema.ts';
import { openMatchReader } from './match-reader.ts';
import { type Library, searchBriefs } from './search-briefs.ts';
import type { SearchIndex } from './search-types.ts';
import { openSourceNames } from './source-names.ts';
import { suggest } from './suggest.ts';
import { learnWhenGrown, updateInSteps } from './update-index.ts';
import { openVocabulary } from './vocabulary.ts';

export interface IndexOptions {
  aliases: AliasTable;
  /** Anything else the indexed briefs depend on, such as the version of the parser; another one throws the index away. */
  version?: string;
}

/**
 * Opens the search index, a cache: one that is missing, damaged or of another version is begun anew, empty.
 * @param path a file whose folder exists, or `:memory:`
 */
export function openSearchIndex(path: string, options: IndexOptions): SearchIndex {
  const library = openLibrary(path, options);
  const { db } = library;
  return {
    updateInSteps: (change) => updateInSteps(db, change),
    learnInSteps: () => learnWhenGrown(db),
    update(change) {
      for (const _step of updateInSteps(db, change));
      for (const _step of learnWhenGrown(db));
    },
    search: (query, searchOptions) => searchBriefs(library, query, searchOptions),
    suggest: (typed, suggestOptions) => suggest(db, typed, suggestOptions),
    indexed: () =>
      new Map(
        (db.prepare('SELECT file, hash FROM briefs').all() as { file: string; hash: string }[]).map((row) => [
          row.file,
          row.hash,
        ]),
      ),
    close: () => db.close(),
  };
}

/** The same, as what a search reads from. */
export function openLibrary(path: string, options: IndexOptions): Library {
  const version = `${LAYOUT} ${options.version ?? ''}`;
  const db = openSound(path, version) ?? createIndex(path, version);
  return {
    db,
    vocabulary: openVocabulary(db),
    matches: openMatchReader(db),
    sources: openSourceNames(db),
    counts: openBriefCounts(db),
    aliases: options.aliases,
  };
}

/** The index at a path, if it is there, whole and of this version. */
function openSound(path: string, version: string): Database.Database | undefined {
  let db: Database.Database | undefined;
  try {
    db = new Database(path);
    const row = db.prepare("SELECT value FROM meta WHERE name = 'version'").get() as
      | { value: string }
      | undefined;
    if (row?.value === version) return configure(db);
  } catch {
    // Not a database, or not one of ours: it is only a cache.
  }
  db?.close();
  return undefined;
}

function createIndex(path: string, version: string): Database.Database {
  if (path !== ':memory:') for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const db = configure(new Database(path));
  createTables(db);
  db.prepare("INSERT INTO meta (name, value) VALUES ('version', ?)").run(version);
  return db;
}

/** A lost cache costs a rebuild, so it need not survive a power cut. */
function configure(db: Database.Database): Database.Database {
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000',
  );
  return db;
}
