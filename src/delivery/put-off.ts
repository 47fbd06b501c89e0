/** Nothing is put off for longer, ms, whatever a platform asks for. */
export const longestWaitMs = 2 * 3_600_000;

/** No right to post, and no claim, is granted for longer, ms. */
export const longestLeaseMs = 300_000;

/** When what is put off until an instant may be done: an instant further ahead than any was set by a clock that was wrong. */
export function putOffUntil(instant: number, now: number, longestMs = longestWaitMs): number {
  return instant > now + longestMs ? now : instant;
}
