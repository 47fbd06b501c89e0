import Database from 'libsql';

/**
 * Writes a database as it is at this moment into one new file; whoever writes to it is not held up.
 * @see https://sqlite.org/lang_vacuum.html#vacuuminto
 * @throws where the file is there already, or cannot be written
 */
export function snapshot(database: string, file: string): void {
  const source = new Database(database);
  try {
    source.exec('pragma busy_timeout = 10000');
    source.prepare('vacuum into ?').run(file);
  } finally {
    source.close();
  }
}
