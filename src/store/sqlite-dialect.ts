import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import Database from 'libsql';
import { diskTrouble } from '../disk/disk-trouble.ts';
import { StoreError } from './store-error.ts';

/** How long another program may hold the file before we give up. */
const patienceMs = 10_000;

/**
 * SQLite through libsql. A crash loses nothing that was acknowledged: WAL with synchronous FULL keeps every commit.
 * Where another program is writing, ours waits without standing still: SQLite's own waiting would stop the event
 * loop, and with it the heartbeats.
 */
export function sqliteDialect(file: string): Dialect {
  const folder = path.dirname(file);
  const database = openFile(file, folder);
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => patient(new SqliteDriver({ database: reusing(database) }), folder),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function openFile(file: string, folder: string): Database.Database {
  try {
    const database = new Database(file);
    database.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full');
    database.exec('pragma busy_timeout = 0');
    return database;
  } catch (error) {
    throw told(error, folder);
  }
}

/** What the disk refuses, as a sentence; any other error as it is. */
function told(error: unknown, folder: string): unknown {
  const sentence = diskTrouble(error, folder);
  return sentence === null ? error : new StoreError(sentence, { cause: error });
}

/**
 * Prepares each text once. Asked again after “database is locked”, the same statement must run again: libsql leaves
 * the refused one open, and a connection with an open statement cannot commit.
 */
function reusing(database: Database.Database): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const known = prepared.get(text);
      if (known) return known;
      if (prepared.size >= 300) prepared.clear();
      const made: SqliteStatement = database.prepare(text);
      prepared.set(text, made);
      return made;
    },
  };
}

function patient(driver: Driver, folder: string): Driver {
  const plain = new Map<DatabaseConnection, DatabaseConnection>();

  function wrapped(connection: DatabaseConnection): DatabaseConnection {
    const made: DatabaseConnection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        try {
          return await untilFree(() => connection.executeQuery<R>(query));
        } catch (error) {
          throw told(error, folder);
        }
      },
      streamQuery: (query, size) => connection.streamQuery(query, size),
    };
    plain.set(made, connection);
    return made;
  }

  return {
    init: () => driver.init(),
    acquireConnection: async () => wrapped(await driver.acquireConnection()),
    async releaseConnection(connection) {
      const inner = plain.get(connection) ?? connection;
      plain.delete(connection);
      await driver.releaseConnection(inner);
    },
    // Immediate: whoever begins may also write, so that nobody is refused half-way.
    async beginTransaction(connection) {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    },
    async commitTransaction(connection) {
      await connection.executeQuery(CompiledQuery.raw('commit'));
    },
    async rollbackTransaction(connection) {
      // A full disk ends the transaction by itself; that it is over is not what went wrong.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch((error: unknown) => {
        if (!(error instanceof StoreError)) throw error;
      });
    },
    destroy: () => driver.destroy(),
  };
}

async function untilFree<T>(ask: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isBusy(error) || Date.now() > until) throw error;
    }
    await sleep(2 + Math.random() * 10);
  }
}

function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED');
}
