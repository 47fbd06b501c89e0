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
  for (const key of ['name_localizations', 'description_localizations'] as const)
    faults.push(...translationFaults(labelled, key, path));
  const names = isJson(labelled.name_localizations) ? Object.entries(labelled.name_localizations) : [];
  for (const [locale, name] of names)
    faults.push(...nameFaults(name, [...path, 'name_localizations', locale]));
  return faults;
}

/** Translations into what is no language of the platform's. */
export function translationFaults(
  labelled: Json,
  key: 'name_localizations' | 'description_localizations',
  path: (string | number)[],
): FormFault[] {
  const translations = labelled[key];
  if (!isJson(translations)) return [];
  return Object.keys(translations)
    .filter((locale) => !locales.has(locale))
    .map((locale) => ({
      path: [...path, key, locale],
      code: 'LOCALE_INVALID',
      message: `Locale is not one of (${[...locales].join(', ')})`,
    }));
}

function nameFaults(name: unknown, path: (string | number)[]): FormFault[] {
  if (typeof name !== 'string') return [];
  if (namePattern.test(name) && name === name.toLowerCase()) return [];
  return [{ path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }];
}
