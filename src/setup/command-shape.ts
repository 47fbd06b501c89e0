/** A command or option as Discord gives it back, which adds fields of its own. */
interface Part {
  type?: number;
  name: string;
  name_localizations?: Record<string, string> | null;
  description?: string;
  description_localizations?: Record<string, string> | null;
  default_member_permissions?: string | null;
  required?: boolean;
  contexts?: readonly number[] | null;
  min_length?: number;
  max_length?: number;
  autocomplete?: boolean;
  choices?: readonly { name: string; value: unknown }[];
  options?: readonly Part[];
}

/** What people see of a command, as a text that is equal for equal commands. */
export function commandShape(part: object): string {
  return JSON.stringify(shapeOf(part as Part));
}

function shapeOf(part: Part): unknown[] {
  return [
    part.type ?? 1,
    part.name,
    sorted(part.name_localizations),
    part.description ?? '',
    sorted(part.description_localizations),
    part.default_member_permissions ?? null,
    part.required ?? false,
    [...(part.contexts ?? [])].sort(),
    part.min_length ?? null,
    part.max_length ?? null,
    part.autocomplete ?? false,
    (part.choices ?? []).map(({ name, value }) => [name, value]),
    (part.options ?? []).map(shapeOf),
  ];
}

function sorted(words: Record<string, string> | null | undefined): [string, string][] {
  return Object.entries(words ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
