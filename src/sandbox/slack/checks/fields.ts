import { z } from 'zod';

/**
 * Fields of Block Kit, with Slack's own words for what is wrong
 * (`must be less than 3001 characters [json-pointer:/blocks/0/text/text]`).
 */

/** Slack counts code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

export function chars(max: number, min = 1) {
  return z
    .string({ error: 'must provide a string' })
    .refine((text) => text.length >= min, { error: `must be more than ${min - 1} characters` })
    .refine((text) => text.length <= max || countCharacters(text) <= max, {
      error: `must be less than ${max + 1} characters`,
    });
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: 'must be a valid enum value' });
}

export function list<T extends z.ZodType>(item: T, max: number, min = 1) {
  return z
    .array(item, { error: 'must be an array' })
    .refine((items) => items.length >= min, { error: `no fewer than ${min} items allowed` })
    .refine((items) => items.length <= max, { error: `no more than ${max} items allowed` });
}

export const flag = z.boolean({ error: 'must provide a boolean' });
export const whole = z.int({ error: 'must provide an integer' });

/** A web address as Slack takes it for buttons, links and pictures. */
export function webAddress(max: number) {
  return chars(max).refine((text) => /^https?:\/\/[^\s<>]+$/i.test(text) && URL.canParse(text), {
    error: 'must be a valid URL',
  });
}
