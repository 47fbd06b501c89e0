import { statSync } from 'node:fs';

/**
 * Remembers a file that is open now.
 * @returns why it is not the one under that name any more, in a sentence; null where it is. What is open is written to
 *   all the same, and is gone when the program ends. @see https://sqlite.org/howtocorrupt.html#_unlinking_or_renaming_a_database_file_while_in_use
 */
export function watchFile(file: string): () => string | null {
  const opened = identityOf(file);
  return () =>
    identityOf(file) === opened
      ? null
      : `The ledger ${file} was removed or replaced while Sowhat runs. It goes on with the one that it has open, which is lost when it stops: news may then be told twice. Put the file back if it was only moved; else stop Sowhat, restore a backup, and start it again.`;
}

/** The same for as long as it is the same file; null where there is none, or it cannot be looked at. */
function identityOf(file: string): string | null {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? `${found.dev} ${found.ino}` : null;
}
