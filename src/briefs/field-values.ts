import { plainLine } from './plain-text.ts';

/** What a field's value was taken for, or what was expected instead, in words. */
export type FieldValue<T> = { value: T } | { expected: string };

/** Text on one line; '' for a missing or empty field. A number or `true` that was meant as text is text. */
export function textValue(raw: unknown): FieldValue<string> {
  if (raw === undefined || raw === null) return { value: '' };
  return isScalar(raw) ? { value: plainLine(String(raw)) } : { expected: 'text in double quotes' };
}

/** A list of lines without empty and repeated ones; one text alone is a list of one. */
export function listValue(raw: unknown): FieldValue<string[]> {
  if (raw === undefined || raw === null) return { value: [] };
  const lines = (Array.isArray(raw) ? raw : [raw]).map(listLine);
  if (lines.includes(null)) return { expected: 'a list of texts in double quotes' };
  return { value: [...new Set(lines.filter((line): line is string => line !== null && line !== ''))] };
}

/** A number from 0 to 1, also where it is quoted; null for a missing one. */
export function shareValue(raw: unknown): FieldValue<number | null> {
  if (raw === undefined || raw === null || raw === '') return { value: null };
  const number = typeof raw === 'string' && /^[\d.]+$/.test(raw.trim()) ? Number(raw) : raw;
  const known = typeof number === 'number' && number >= 0 && number <= 1;
  return known ? { value: number } : { expected: 'a number from 0 to 1' };
}

/** A calendar date `YYYY-MM-DD`, alone or with a time after it; '' for a missing one. */
export function dateValue(raw: unknown): FieldValue<string> {
  if (raw === undefined || raw === null || raw === '') return { value: '' };
  const date = /^\s*(\d{4}-\d\d-\d\d)(?:[T\s].*)?$/.exec(String(raw))?.[1] ?? '';
  return isCalendarDate(date) ? { value: date } : { expected: 'a date such as "2026-02-24"' };
}

/** An instant in ISO 8601 as epoch milliseconds, UTC where it names no zone; null for a missing one. */
export function instantValue(raw: unknown): FieldValue<number | null> {
  if (raw === undefined || raw === null || raw === '') return { value: null };
  const parts =
    /^\s*(\d{4}-\d\d-\d\d)(?:[T\s]+(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?)?\s*$/i.exec(
      String(raw),
    );
  const [, date = '', time = '00:00', zone = 'Z'] = parts ?? [];
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const at = isCalendarDate(date) ? Date.parse(`${date}T${time}${offset}`) : Number.NaN;
  return Number.isNaN(at) ? { expected: 'an instant such as "2026-02-24T07:02:19Z"' } : { value: at };
}

/** How a value that was not expected is named in a reason: short, and its kind where it has no short form. */
export function describeValue(raw: unknown): string {
  if (Array.isArray(raw)) return 'a list';
  if (typeof raw === 'object' && raw !== null) return 'nested fields';
  const text = plainLine(String(raw));
  return text.length > 60 ? `"${[...text].slice(0, 57).join('')}…"` : `"${text}"`;
}

/** `- Acme: buys a shop` without quotes is a mapping to YAML and a sentence to its writer. */
function listLine(raw: unknown): string | null {
  if (raw === null) return '';
  if (isScalar(raw)) return plainLine(String(raw));
  const [entry, ...more] = typeof raw === 'object' && !Array.isArray(raw) ? Object.entries(raw) : [];
  if (!entry || more.length > 0 || !isScalar(entry[1])) return null;
  return plainLine(`${entry[0]}: ${entry[1]}`);
}

function isScalar(raw: unknown): raw is string | number | boolean {
  return typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean';
}

function isCalendarDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}
