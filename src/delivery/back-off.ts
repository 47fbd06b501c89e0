/**
 * The wait after the n-th failure in a row: doubles, up to a limit.
 * @param failures from 1
 * @returns ms
 */
export function backOff(failures: number, { firstMs, maxMs }: { firstMs: number; maxMs: number }): number {
  return Math.min(maxMs, firstMs * 2 ** Math.min(failures - 1, 30));
}
