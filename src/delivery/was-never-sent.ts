/** Connection errors raised before a request left this machine: nothing can have been stored. */
const codes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether an error of a client, or what it stems from, says that the request never left this machine. */
export function wasNeverSent(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause ?? (at as { original?: unknown }).original) {
    if (codes.has(String((at as NodeJS.ErrnoException).code))) return true;
    if (at instanceof AggregateError && at.errors.some(wasNeverSent)) return true;
  }
  return false;
}
