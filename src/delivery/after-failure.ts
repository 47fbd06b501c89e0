import type { DeliveryError } from './delivery-error.ts';

/** Failures in a row, that only a person can mend, after which a channel is paused. */
export const failuresToPause = 5;

/** Refusals for a reason that we do not know, after which the operator is told, and after which it is given up: some hours. */
export const refusalsToTell = 5;
const mostRefusals = 24;
/** Refusals, or other failures, after which a thread is done without. */
export const mostInThread = 8;

/** What a failed request for a message means for it, and for whom else. */
export type AfterFailure =
  /** Certainly not posted; try again after `waitMs` (null = the usual back-off). */
  | { kind: 'again'; waitMs: number | null }
  /** Refused for a reason that we do not know: tried for some hours. */
  | { kind: 'refused-again' }
  /** Perhaps posted: read the history first. */
  | { kind: 'look-up' }
  /** The platform refuses this message for good. */
  | { kind: 'give-up' }
  /** A person does not want direct messages: given up, and nobody is told. */
  | { kind: 'refused' }
  /** Its thread cannot be had: post it to the channel instead. */
  | { kind: 'degrade' }
  /** Only a person can mend it; it concerns the channel, or the whole workspace. */
  | { kind: 'mend'; whom: 'channel' | 'workspace' };

/** What became of which message. */
interface Failed {
  /** Whether it was to stand in a thread. */
  inThread: boolean;
  /** Whether it was to go to one person. */
  isDirect: boolean;
  /** How often it was refused for a reason that we do not know, this time included. */
  refusals: number;
  /** Others of its channel are refused for such a reason as well. */
  isOfMany: boolean;
  /** Nothing of its edition was posted yet, and it has a limit: until then it is tried, then its news joins the next one. */
  isWithdrawn: boolean;
}

export function afterFailure(error: DeliveryError, failed: Failed): AfterFailure {
  const { inThread, isDirect, refusals, isOfMany, isWithdrawn } = failed;
  switch (error.code) {
    case 'rate-limited':
    case 'network':
      return { kind: 'again', waitMs: error.retryAfterMs };
    case 'unknown-outcome':
      return { kind: 'look-up' };
    case 'rejected':
      return { kind: 'give-up' };
    case 'unforeseen':
      // What is refused in a thread says nothing of the channel: it goes there first.
      if (isOfMany && !inThread) return { kind: 'mend', whom: 'channel' };
      if (inThread && refusals >= mostInThread) return { kind: 'degrade' };
      return { kind: isWithdrawn || refusals < mostRefusals ? 'refused-again' : 'give-up' };
    case 'auth':
      return { kind: 'mend', whom: 'workspace' };
    case 'forbidden':
    case 'not-found':
      if (isDirect) return { kind: 'refused' };
      return inThread && !error.isOfChannel ? { kind: 'degrade' } : { kind: 'mend', whom: 'channel' };
  }
}
