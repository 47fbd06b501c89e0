import type { Json } from '../json.ts';
import { Refusal } from '../refusal.ts';

/** One thing that is wrong with a body, where, and in the platform's words. */
export interface FormFault {
  path: (string | number)[];
  code: string;
  message: string;
}

/** `embeds[0].title: This field is required` */
export function describeFault(fault: FormFault): string {
  const path = fault.path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
  return path === '' ? fault.message : `${path}: ${fault.message}`;
}

/**
 * 400 with code 50035 and the faults as a tree that mirrors the body.
 * @see https://docs.discord.com/developers/reference#error-messages
 */
export function invalidForm(faults: readonly FormFault[]): Refusal {
  const errors: Json = {};
  for (const fault of faults) {
    let node = errors;
    for (const key of fault.path) {
      node[key] ??= {};
      node = node[key] as Json;
    }
    const list = (node._errors ?? []) as Json[];
    list.push({ code: fault.code, message: fault.message });
    node._errors = list;
  }
  return new Refusal(400, 50_035, 'Invalid Form Body', errors);
}
