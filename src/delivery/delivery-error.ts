export type DeliveryErrorCode =
  | 'rate-limited'
  | 'auth'
  | 'not-found'
  | 'forbidden'
  | 'network'
  | 'rejected'
  | 'unknown-outcome';

/** A broken world, with a sentence that tells the owner what to do. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly code: DeliveryErrorCode;
  /** How long the platform asked us to wait; null where it did not say. */
  readonly retryAfterMs: number | null;

  /** @param advice a sentence for the operator: what happened and what to do (“Invite the bot to #news.”) */
  constructor(
    code: DeliveryErrorCode,
    advice: string,
    options: { retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(advice, { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
