/** Epoch milliseconds as the API writes times: microseconds and an offset, never `Z`. */
export function wireTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '000+00:00');
}
