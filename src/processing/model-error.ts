/**
 * The model gave no answer. `endpoint`: nobody will get one for now, so asking goes on later; `item`: this question
 * alone was not taken.
 */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly of: 'endpoint' | 'item';
  /** The endpoint turned the question away before it did anything: it costs nothing. */
  readonly isFree: boolean;

  constructor(of: ModelError['of'], message: string, isFree = false) {
    super(message);
    this.of = of;
    this.isFree = isFree;
  }
}
