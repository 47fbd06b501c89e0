import { statSync } from 'node:fs';
import { readSettings, type SettingsReading } from './read-settings.ts';
import { textOf } from './text-of.ts';

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
      const text = textOf(path);
      if (text !== null) return readSettings(text);
      return unusable('there is no such file; npx sowhat init writes one, or name another with --config');
    } catch (error) {
      return unusable((error as Error).message.replace(path, 'the file'));
    }
  }

  return { read, readIfChanged: () => (stampNow() === stamp ? null : read()) };
}

function unusable(message: string): SettingsReading {
  return { settings: null, problems: [{ line: 1, setting: '', entry: '', message }] };
}
