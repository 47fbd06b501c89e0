import { readFileSync, statSync } from 'node:fs';
import { readSettings, type SettingsReading } from './read-settings.ts';

export interface SettingsFile {
  /** Reads the file now. A file that cannot be read is a problem like any other. */
  read(): SettingsReading;
  /** Reads it again if it changed since the last reading; null where it did not. */
  readIfChanged(): SettingsReading | null;
}

/** The settings file, read again when its time or size changes. */
export function settingsFile(path: string): SettingsFile {
  let stamp = '';

  function stampNow(): string {
    try {
      const { mtimeMs, size, ino } = statSync(path);
      return `${mtimeMs} ${size} ${ino}`;
    } catch {
      return 'missing';
    }
  }

  function read(): SettingsReading {
    stamp = stampNow();
    try {
      return readSettings(readFileSync(path, 'utf8'));
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      const message = missing
        ? 'there is no such file; npx sowhat init writes one, or name another with --config'
        : `the file cannot be read (${(error as Error).message}); check its permissions`;
      return { settings: null, problems: [{ line: 1, setting: '', entry: '', message }] };
    }
  }

  return { read, readIfChanged: () => (stampNow() === stamp ? null : read()) };
}
