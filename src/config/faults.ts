import type { z } from 'zod';

/** One thing that is wrong. */
export interface Fault {
  /** The setting; of an unknown key, what it stands in. */
  path: PropertyKey[];
  /** Where it stands. */
  at: PropertyKey[];
  message: string;
}

/** What zod found, one fault a key. Where several forms are allowed, what is wrong with the one that was meant. */
export function faults(issues: readonly z.core.$ZodIssue[], around: readonly PropertyKey[] = []): Fault[] {
  return issues.flatMap((issue) => {
    const path = [...around, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path,
        at: [...path, key],
        message: `${path.length === 0 ? '' : 'holds an '}unknown setting ${key}; check the spelling, or remove the line`,
      }));
    const meant = issue.code === 'invalid_union' ? issue.errors.find(isInside) : undefined;
    return meant === undefined ? [{ path, at: path, message: issue.message }] : faults(meant, path);
  });
}

/** Whether the value is of that form as such, and something in it is wrong. */
function isInside(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys');
}
