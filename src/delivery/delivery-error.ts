import { longestWaitMs } from './put-off.ts';

export type DeliveryErrorCode =
  | 'rate-limited'
  | 'auth'
  | 'not-found'
  | 'forbidden'
  | 'network'
  | 'rejected'
  | 'unknown-outcome'
  /** Refused for a reason that we do not know: nothing was posted, and what has to be mended is for a person to find. */
  | 'unforeseen';

/** A broken world, with a sentence that tells the owner what to do. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  readonly code: DeliveryErrorCode;
  /** How long the platform asked us to wait, at most `longestWaitMs`; null where it did not say. */
  readonly retryAfterMs: number | null;
  /** It concerns the channel as a whole: no other place in it works either. */
  readonly isOfChannel: boolean;

  /** @param advice a sentence for the operator: what happened and what to do (“Invite the bot to #news.”) */
  constructor(
    code: DeliveryErrorCode,
    advice: string,
    options: { retryAfterMs?: number; isOfChannel?: boolean; cause?: unknown } = {},
  ) {
    super(advice, { cause: options.cause });
    this.code = code;
    const { retryAfterMs } = options;
    this.retryAfterMs = retryAfterMs === undefined ? null : Math.min(retryAfterMs, longestWaitMs);
    this.isOfChannel = options.isOfChannel ?? false;
  }
}
