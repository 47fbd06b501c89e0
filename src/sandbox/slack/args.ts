import { invalidArguments, SlackError } from './slack-error.ts';

/** Arguments of one Web API call; a form's values are strings, a JSON body's anything. */
export type Args = Record<string, unknown>;

/** A required string. */
export function need(args: Args, name: string): string {
  const value = text(args, name);
  if (value === undefined) throw invalidArguments(`missing required field: ${name}`);
  return value;
}

/** An optional string; the empty string counts as absent. */
export function text(args: Args, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw invalidArguments(`must provide a string [json-pointer:/${name}]`);
}

/** `true`, `'true'` and `1` are true, as in Slack's forms. */
export function flag(args: Args, name: string, otherwise = false): boolean {
  const value = text(args, name);
  if (value === undefined) return otherwise;
  return value === 'true' || value === '1';
}

export function count(args: Args, name: string, otherwise: number, max: number): number {
  const value = text(args, name);
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new SlackError('invalid_limit');
  return Math.min(number, max);
}

/** An object or array, given as it is or as JSON text; `wrong` is the error for text that is no JSON. */
export function json(args: Args, name: string, wrong: string): unknown {
  const value = args[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    throw new SlackError(wrong);
  }
}
