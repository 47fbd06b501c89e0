/** The code span that a run of backticks at `at` opens: it ends at the next run of the same length. Null when none does. */
export function readCodeSpan(text: string, at: number): { inside: string; end: number } | null {
  if (text[at - 1] === '`') return null;
  const width = runAt(text, at);
  for (let next = at + width; ; ) {
    const close = text.indexOf('`', next);
    if (close < 0) return null;
    const run = runAt(text, close);
    if (run === width) return { inside: text.slice(at + width, close), end: close + run };
    next = close + run;
  }
}

function runAt(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end += 1;
  return end - at;
}
