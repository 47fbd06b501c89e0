/** Matches a sticky pattern (`y`) at exactly `at`; null when it does not fit there. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
