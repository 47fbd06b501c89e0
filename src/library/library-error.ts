/** The library cannot be used; the message is a sentence for the owner that says what to do. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
}
