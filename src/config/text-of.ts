import { readFileSync } from 'node:fs';
import { unreadableError } from '../disk/unreadable.ts';

/** The text of a file, without a byte order mark; null where there is none. @throws Error with a sentence for the owner */
export function textOf(file: string): string | null {
  try {
    // Windows editors put the mark in front.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unreadableError(file, error);
  }
}
