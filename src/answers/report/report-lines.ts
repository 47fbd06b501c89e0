import type { Report } from './report-desk.ts';

/** A report as the operator reads it, one paragraph a line. Plain text. */
export function reportLines({ by, channel, title, text }: Report): string[] {
  const about = title === '' ? 'a message' : `“${title}”`;
  const where = channel === '' ? 'a direct message' : channel;
  const first = `${by.name} reported a problem with ${about} in ${where}${text === '' ? '.' : ':'}`;
  return text === '' ? [first] : [first, `“${text}”`];
}
