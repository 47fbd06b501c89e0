import { readFileSync } from 'node:fs';
import { unreadableError } from '../disk/unreadable.ts';

/** The text of a file, without a byte order mark; null where there is none. @throws Error with a sentence for the owner */
export function textOf(file: string): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw unreadableError(file, error);
  }
  try {
    // Windows editors put a mark in front, which the decoder leaves out.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${file} is not UTF-8 text: save it again with the encoding UTF-8.`, { cause: error });
  }
}
