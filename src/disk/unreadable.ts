/** What the owner is told of a file that is there and cannot be read. */
export function unreadableError(file: string, cause: unknown): Error {
  const { code } = cause as NodeJS.ErrnoException;
  return new Error(
    `${file} cannot be read (${code}): make it a file that the account that runs Sowhat may read.`,
    { cause },
  );
}
