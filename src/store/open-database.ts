import { mkdirSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { CamelCasePlugin, type Dialect, Kysely, Migrator, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { migrations } from './migrations.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** Where the state lives: a folder (SQLite, `sowhat.db` in it) or a PostgreSQL, 15 or later. */
export type StorePlace =
  | { dataDir: string }
  | {
      databaseUrl: string;
      /** A connection that says nothing for so long while it is used is given up, ms; 12 s by default. */
      silentMs?: number;
    };

/** Long enough for any statement of ours, and so short that a lease can be renewed on another connection. */
const usualSilentMs = 12_000;

export type Engine = 'sqlite' | 'postgres';

export interface OpenedDatabase {
  db: Kysely<Tables>;
  engine: Engine;
}

/**
 * Opens the database and brings its schema up to this program's.
 * @throws StoreError where it cannot be opened, or was written by a newer program
 */
export async function openDatabase(
  place: StorePlace,
  onStatement: () => void = () => {},
): Promise<OpenedDatabase> {
  const engine: Engine = 'databaseUrl' in place ? 'postgres' : 'sqlite';
  let db: Kysely<Tables> | null = null;
  try {
    db = new Kysely<Tables>({
      dialect:
        'databaseUrl' in place
          ? postgres(place.databaseUrl, place.silentMs ?? usualSilentMs)
          : sqlite(place.dataDir),
      plugins: [new CamelCasePlugin()],
      log: (event) => (event.level === 'query' ? onStatement() : undefined),
    });
    await (engine === 'sqlite' ? migrateSqlite(db) : migrate(db));
    return { db, engine };
  } catch (cause) {
    await db?.destroy();
    throw cause instanceof StoreError ? cause : cannotOpen(place, cause);
  }
}

function sqlite(dataDir: string): Dialect {
  mkdirSync(dataDir, { recursive: true });
  return sqliteDialect(path.join(dataDir, 'sowhat.db'));
}

function postgres(connectionString: string, silentMs: number): PostgresDialect {
  const pool = new pg.Pool({
    connectionString,
    max: 5,
    connectionTimeoutMillis: 10_000,
    stream: () => socketThatMustAnswer(silentMs),
    // bigint arrives as text unless told otherwise; ours are instants and counts, far below 2^53.
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
    },
  });
  // A connection that breaks fails its query, if it has one, and is replaced; unheard, the event would end the process.
  // The pool hears those that are idle, not those in use: https://node-postgres.com/apis/pool#events
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}

/** A peer that is gone without a word would leave a query without an answer for good. */
function socketThatMustAnswer(silentMs: number): net.Socket {
  const socket = new net.Socket();
  socket.setTimeout(silentMs, () =>
    socket.destroy(new Error(`The database said nothing for ${Math.round(silentMs / 1000)} seconds.`)),
  );
  return socket;
}

/** SQLite's adapter runs no transaction around migrations; one makes them atomic, and two programs take turns. */
async function migrateSqlite(db: Kysely<Tables>): Promise<void> {
  await sql`begin immediate`.execute(db);
  try {
    await migrate(db);
    await sql`commit`.execute(db);
  } catch (error) {
    await sql`rollback`.execute(db);
    throw error;
  }
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const known = Object.keys(migrations);
  const done = await appliedMigrations(db);
  const foreign = done.filter((name) => !known.includes(name));
  if (foreign.length > 0)
    throw new StoreError(
      `This database was written by a newer Sowhat (it has ${foreign.join(', ')}). Start that version again, or restore a backup made before the upgrade.`,
    );
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((each) => each.name === 'kysely_migration')) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map((row) => row.name);
}

function cannotOpen(place: StorePlace, cause: unknown): StoreError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof Error && (cause as NodeJS.ErrnoException).code === 'ERR_INVALID_URL')
    // The error holds the address, and with it the password.
    return new StoreError(
      'DATABASE_URL is no address that can be read: write it as postgres://user:password@host:5432/database, each special character of the password percent-encoded (@ as %40, / as %2F, # as %23).',
    );
  return new StoreError(
    'databaseUrl' in place
      ? `The PostgreSQL of DATABASE_URL cannot be used (${reason}). Check that it runs, and that the user may create tables.`
      : `The state in ${place.dataDir} cannot be opened (${reason}). Check that the folder may be written to.`,
    { cause },
  );
}
