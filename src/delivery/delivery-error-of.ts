import type { Logger } from 'pino';
import { DeliveryError } from './delivery-error.ts';

/** Anything but a DeliveryError is a bug of ours: what came of the request is not known. */
export function deliveryError(error: unknown, log: Logger): DeliveryError {
  if (error instanceof DeliveryError) return error;
  log.error({ err: error }, 'Posting failed in an unforeseen way.');
  return new DeliveryError('unknown-outcome', 'Posting failed in an unforeseen way; see the log.', {
    cause: error,
  });
}
