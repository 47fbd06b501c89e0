import type { ZodMiniType } from 'zod/mini';
import type { FormFault } from './form-fault.ts';

interface Issue {
  code: string;
  path: PropertyKey[];
  expected?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  origin?: string;
  input?: unknown;
  values?: unknown[];
  errors?: Issue[][];
}

/** What a schema of Discord's OpenAPI document says is wrong with a body. */
export function schemaFaults(schema: ZodMiniType, body: unknown): FormFault[] {
  const parsed = schema.safeParse(inCodePoints(body), { reportInput: true });
  if (parsed.success) return [];
  return (parsed.error.issues as Issue[]).flatMap((issue) => faultsOf(issue, []));
}

/**
 * Discord counts code points, zod UTF-16 units: each character outside the basic plane becomes one unit here.
 * Permissions may be strings of digits on the wire, although the document says number.
 */
function inCodePoints(body: unknown): unknown {
  const text = JSON.stringify(body ?? null, (key, value: unknown) =>
    key === 'default_member_permissions' && typeof value === 'string' && /^\d+$/.test(value)
      ? Number(value)
      : value,
  );
  return JSON.parse(text.replace(/[\u{10000}-\u{10FFFF}]/gu, '\u3007'));
}

function faultsOf(issue: Issue, base: (string | number)[]): FormFault[] {
  const path = [...base, ...(issue.path as (string | number)[])];
  const isMissing = issue.errors?.every(([first]) => first?.path.length === 0 && first.input === undefined);
  if (isMissing === true) return [{ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  if (issue.code === 'invalid_union') return unionFaults(issue.errors ?? [], path);
  return [{ path, ...inPlatformWords(issue) }];
}

/** Of the alternatives only the one meant (same `type`) is worth telling. */
function unionFaults(alternatives: Issue[][], path: (string | number)[]): FormFault[] {
  const meant = alternatives.filter((issues) => !issues.some(isOtherType));
  const best = meant.toSorted((a, b) => a.length - b.length)[0];
  if (best === undefined) {
    return [{ path, code: 'UNION_TYPE_CHOICES', message: 'Value of field "type" is not allowed here.' }];
  }
  return best.flatMap((issue) => faultsOf(issue, path));
}

function isOtherType(issue: Issue): boolean {
  const wrongShape = issue.path.length === 0 && issue.code === 'invalid_type';
  return wrongShape || (issue.path.length === 1 && issue.path[0] === 'type');
}

function inPlatformWords(issue: Issue): { code: string; message: string } {
  if (issue.code === 'too_big') {
    return issue.origin === 'number' || issue.origin === 'int'
      ? { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` }
      : { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` };
  }
  if (issue.code === 'too_small') {
    return issue.origin === 'number' || issue.origin === 'int'
      ? { code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` }
      : { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` };
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  }
  if (issue.code === 'invalid_format' && issue.format === 'url') {
    return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  }
  if (issue.code === 'invalid_value') {
    return {
      code: 'BASE_TYPE_CHOICES',
      message: `Value must be one of (${(issue.values ?? []).join(', ')}).`,
    };
  }
  return {
    code: 'BASE_TYPE_BAD_TYPE',
    message: `Value is not a valid ${issue.expected ?? issue.format ?? 'value'}.`,
  };
}
