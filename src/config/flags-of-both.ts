import { z } from 'zod';
import { flagName } from '../message/flag-name.ts';

const Flags = z.object({ en: z.array(z.string()), ko: z.array(z.string()) });

/** A flag in both lists asks for one language alone: the other list's is never answered. */
export function checkFlags(reactions: unknown, context: z.core.$RefinementCtx): void {
  const { en, ko } = Flags.safeParse(reactions).data ?? { en: [], ko: [] };
  const english = new Set(en.map(flagName));
  for (const [index, flag] of ko.entries()) {
    if (!english.has(flagName(flag))) continue;
    const message = `is "${flag}", which asks for English in reactions.en; write both lists out, with each flag in one of them`;
    context.addIssue({ code: 'custom', path: ['ko', index], message });
  }
}
