import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file in one step; what was there stays as the first free one of `file.bak`, `file.bak2`, …
 * @param mode such as 0o600 for secrets, which the copy gets, too
 * @returns the copy; null where there was nothing to keep
 */
export function writeKeeping(file: string, text: string, mode: number): string | null {
  mkdirSync(path.dirname(file), { recursive: true });
  const copy = existsSync(file) ? freeCopy(file) : null;
  if (copy !== null) {
    copyFileSync(file, copy);
    chmodSync(copy, mode);
  }
  const fresh = `${file}.new`;
  writeFileSync(fresh, text, { mode });
  chmodSync(fresh, mode);
  renameSync(fresh, file);
  return copy;
}

function freeCopy(file: string): string {
  for (let count = 1; ; count += 1) {
    const name = `${file}.bak${count === 1 ? '' : count}`;
    if (!existsSync(name)) return name;
  }
}
