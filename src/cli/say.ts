/** Prints one line on standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints data as JSON, two spaces deep. */
export function sayJson(data: unknown): void {
  say(JSON.stringify(data, null, 2));
}

/** An instant from `--at`, or now. @throws Error for what is no instant, such as one on the 30th of February */
export function instantOf(at: string | undefined): number {
  if (at === undefined) return Date.now();
  const instant = Date.parse(at);
  if (Number.isNaN(instant) || !isOnCalendar(at)) {
    throw new Error(`--at ${at} is not an instant; write one such as 2026-06-30T08:30:00+09:00`);
  }
  return instant;
}

/** `Date.parse` reads the 30th of February as the second of March. */
function isOnCalendar(at: string): boolean {
  const day = /^\d{4}-\d\d-\d\d/.exec(at)?.[0];
  return day === undefined || new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
