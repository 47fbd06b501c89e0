/**
 * The model gave no answer. `endpoint`: nobody will get one for now, so asking goes on later; `item`: this question
 * alone was not taken.
 */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly of: 'endpoint' | 'item';

  constructor(of: ModelError['of'], message: string) {
    super(message);
    this.of = of;
  }
}
