/** An order to the sandbox that cannot be carried out; `message` says what to do. Answered as 400 (or 404). */
export class ControlError extends Error {
  readonly status: 400 | 404;

  constructor(message: string, status: 400 | 404 = 400) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
  }
}
