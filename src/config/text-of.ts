import { readFileSync } from 'node:fs';

/** The text of a file, without a byte order mark; null where there is none. @throws Error with a sentence for the owner */
export function textOf(file: string): string | null {
  try {
    // Windows editors put the mark in front.
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new Error(
      `${file} cannot be read (${code}): make it a file that the account that runs Sowhat may read.`,
      { cause: error },
    );
  }
}
