import type { ZodType, z } from 'zod';

/** What one schema finds wrong, in Slack's words with a pointer below `root`; empty when nothing is. */
export function schemaProblems(schema: ZodType, value: unknown, root: string): string[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => say(issue, root));
}

function say(issue: z.core.$ZodIssue, root: string): string[] {
  const at = pointer(root, issue.path);
  const parent = pointer(root, issue.path.slice(0, -1));
  const name = String(issue.path.at(-1));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `invalid additional property: ${key} [json-pointer:${at}]`);
  }
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return [`missing required field: ${name} [json-pointer:${parent}]`];
  }
  if (issue.code === 'invalid_union' && name === 'type') {
    if (issue.input === undefined) return [`missing required field: type [json-pointer:${parent}]`];
    const type = (issue.input as { type?: unknown }).type;
    if (type === undefined) return [`missing required field: type [json-pointer:${parent}]`];
    return [`unsupported type: ${String(type)} [json-pointer:${at}]`];
  }
  if (issue.code === 'invalid_type' && issue.expected === 'object') {
    return [`must provide an object [json-pointer:${at}]`];
  }
  if (issue.code === 'invalid_value') {
    const complaint =
      name === 'type' ? `unsupported type: ${String(issue.input)}` : 'must be a valid enum value';
    return [`${complaint} [json-pointer:${at}]`];
  }
  return [`${issue.message} [json-pointer:${at}]`];
}

function pointer(root: string, path: readonly PropertyKey[]): string {
  return [root, ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}
