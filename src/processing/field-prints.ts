import { createHash } from 'node:crypto';

/** Hashes of front-matter values by their field: equal for equal values, however YAML writes them. */
export function fieldPrints(data: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, printOf(value)]));
}

/** Fields that are not as they were printed: changed, added or taken out. */
export function changedFields(data: Readonly<Record<string, unknown>>, prints: unknown): string[] {
  const before = new Map(Object.entries(prints ?? {}));
  const now = new Map(Object.entries(fieldPrints(data)));
  return [...new Set([...before.keys(), ...now.keys()])].filter(
    (field) => before.get(field) !== now.get(field),
  );
}

function printOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 16);
}
