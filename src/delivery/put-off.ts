/** Nothing is put off for longer, ms, whatever a platform asks for. */
export const longestWaitMs = 2 * 3_600_000;

/** Rights to post and claims last seconds; one that ends later than this, ms, was granted by a clock that was wrong, not by one of another machine that is a little ahead. */
export const longestLeaseMs = 15 * 60_000;

/** When what is put off until an instant may be done: an instant further ahead than any was set by a clock that was wrong. */
export function putOffUntil(instant: number, now: number, longestMs = longestWaitMs): number {
  return instant > now + longestMs ? now : instant;
}
