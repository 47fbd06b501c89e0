/** The state cannot be used; the message is a sentence for the owner that says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
