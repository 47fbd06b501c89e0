import { Locale } from 'discord-api-types/v10';
import { isJson, type Json } from '../json.ts';
import type { FormFault } from './form-fault.ts';

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const locales = new Set<string>(Object.values(Locale));

/** Name and description of a command or an option, with their translations. */
export function labelFaults(labelled: Json, path: (string | number)[]): FormFault[] {
  const faults = nameFaults(labelled.name, [...path, 'name']);
  if (typeof labelled.description !== 'string' || labelled.description === '') {
    faults.push({
      path: [...path, 'description'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
    });
  }
  for (const key of ['name_localizations', 'description_localizations'] as const) {
    const translations = labelled[key];
    if (!isJson(translations)) continue;
    for (const [locale, text] of Object.entries(translations)) {
      if (!locales.has(locale)) {
        const message = `Locale is not one of (${[...locales].join(', ')})`;
        faults.push({ path: [...path, key, locale], code: 'LOCALE_INVALID', message });
      }
      if (key === 'name_localizations') faults.push(...nameFaults(text, [...path, key, locale]));
    }
  }
  return faults;
}

function nameFaults(name: unknown, path: (string | number)[]): FormFault[] {
  if (typeof name !== 'string') return [];
  if (namePattern.test(name) && name === name.toLowerCase()) return [];
  return [{ path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }];
}
