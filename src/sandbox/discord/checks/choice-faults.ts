import { objectsOf } from '../json.ts';
import type { FormFault } from './form-fault.ts';
import { codePoints } from './text-budget.ts';

const maxChoices = 25;
const maxCharacters = 100;

/** Choices of an autocomplete answer: at most 25, name and text value at most 100 characters, nothing empty. */
export function choiceFaults(choices: unknown, path: (string | number)[]): FormFault[] {
  const faults: FormFault[] = [];
  const list = objectsOf(choices);
  if (list.length > maxChoices) {
    faults.push({ path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maxChoices} or fewer in length.` });
  }
  for (const [i, choice] of list.entries()) {
    for (const key of ['name', 'value'] as const) {
      const text = choice[key];
      if (typeof text !== 'string') continue;
      const length = codePoints(text);
      if (length >= 1 && length <= maxCharacters) continue;
      const message = `Must be between 1 and ${maxCharacters} in length.`;
      faults.push({ path: [...path, i, key], code: 'BASE_TYPE_BAD_LENGTH', message });
    }
  }
  return faults;
}
