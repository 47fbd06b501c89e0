import { isJson, type Json, objectsOf } from '../json.ts';
import { labelFaults } from './command-label-faults.ts';
import type { FormFault } from './form-fault.ts';
import { strangers } from './known-keys.ts';
import { codePoints } from './text-budget.ts';

const subcommand = 1;
const subcommandGroup = 2;
const stringOption = 3;
const maxChoiceValue = 100;
const fields = `type name name_localizations description description_localizations required choices options
  channel_types min_value max_value min_length max_length autocomplete`;

/** What is wrong with the options of a command; `depth` 0 is the command itself, 1 a subcommand or group. */
export function commandOptionFaults(options: unknown, path: (string | number)[], depth: number): FormFault[] {
  const list = objectsOf(options);
  const faults: FormFault[] = [];
  const nests = list.filter((option) => isNest(option)).length;
  if (nests > 0 && (nests < list.length || depth > 1)) {
    const message =
      'Sub-commands and sub-command group option types are mutually exclusive to all other types';
    faults.push({ path, code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message });
  }
  let optional = false;
  for (const [i, option] of list.entries()) {
    const at = [...path, i];
    faults.push(...strangers(option, fields, at), ...labelFaults(option, at), ...choiceFaults(option, at));
    if (isNest(option)) faults.push(...commandOptionFaults(option.options, [...at, 'options'], depth + 1));
    if (option.required === true && optional) {
      const message = 'Required options must be placed before non-required options';
      faults.push({ path: at, code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message });
    }
    if (option.required !== true) optional = true;
  }
  return [...faults, ...sameNames(list, path)];
}

function isNest(option: Json): boolean {
  return option.type === subcommand || option.type === subcommandGroup;
}

function choiceFaults(option: Json, path: (string | number)[]): FormFault[] {
  const faults: FormFault[] = [];
  const choices = objectsOf(option.choices);
  if (choices.length > 0 && option.autocomplete === true) {
    const message = 'Autocomplete and choices are mutually exclusive';
    faults.push({ path, code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID', message });
  }
  for (const [i, choice] of choices.entries()) {
    if (option.type !== stringOption || typeof choice.value !== 'string') continue;
    if (codePoints(choice.value) > maxChoiceValue) {
      const message = `Must be ${maxChoiceValue} or fewer in length.`;
      faults.push({ path: [...path, 'choices', i, 'value'], code: 'BASE_TYPE_MAX_LENGTH', message });
    }
  }
  return faults;
}

/** Options of one level must differ in every locale. */
function sameNames(options: Json[], path: (string | number)[]): FormFault[] {
  const locales = new Set(
    options.flatMap((option) =>
      isJson(option.name_localizations) ? Object.keys(option.name_localizations) : [],
    ),
  );
  for (const locale of [null, ...locales]) {
    const names = options.map((option) => {
      const translations = option.name_localizations;
      const translated = locale !== null && isJson(translations) ? translations[locale] : undefined;
      return translated ?? option.name;
    });
    if (new Set(names).size < names.length) {
      return [
        {
          path,
          code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
          message: 'Option names must be unique',
        },
      ];
    }
  }
  return [];
}
