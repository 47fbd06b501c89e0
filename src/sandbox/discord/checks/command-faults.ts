import { ApplicationCommandCreateRequestSchema } from 'discord-api-spec/zod';
import { isJson, type Json, objectsOf } from '../json.ts';
import { labelFaults, translationFaults } from './command-label-faults.ts';
import { commandOptionFaults } from './command-option-faults.ts';
import type { FormFault } from './form-fault.ts';
import { strangers } from './known-keys.ts';
import { schemaFaults } from './schema-faults.ts';
import { codePoints } from './text-budget.ts';

const maxCharacters = 8000;
const fields = `id type name name_localizations description description_localizations options dm_permission nsfw
  default_member_permissions contexts integration_types handler`;

/**
 * What Discord would refuse in an application command, by its OpenAPI schema and by the rules of its manual.
 * @see https://docs.discord.com/developers/interactions/application-commands
 */
export function commandFaults(command: unknown): FormFault[] {
  const faults = schemaFaults(ApplicationCommandCreateRequestSchema, command);
  if (!isJson(command)) return faults;
  const isChatInput = command.type === undefined || command.type === null || command.type === 1;
  faults.push(...strangers(command, fields, []));
  if (isChatInput)
    faults.push(...labelFaults(command, []), ...commandOptionFaults(command.options, ['options'], 0));
  else faults.push(...menuFaults(command));
  if (commandCharacters(command) > maxCharacters) {
    const message = `Command exceeds maximum size (${maxCharacters})`;
    faults.push({ path: [], code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  return faults;
}

/** What only chat input commands may have. The names of others may be mixed case and hold spaces. */
function menuFaults(command: Json): FormFault[] {
  const faults: FormFault[] = [...translationFaults(command, 'name_localizations', [])];
  if (objectsOf(command.options).length > 0) {
    const message = 'Only chat input commands have options';
    faults.push({ path: ['options'], code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message });
  }
  const described = ['description', 'description_localizations'].filter(
    (key) => command[key] !== undefined && command[key] !== null && command[key] !== '',
  );
  for (const key of described) {
    const message = 'Context menu commands cannot have description';
    faults.push({ path: [key], code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET', message });
  }
  return faults;
}

/** Names, descriptions and values, the longest translation of each, as the sum of 8,000 counts. */
function commandCharacters(labelled: Json): number {
  let sum = typeof labelled.value === 'string' ? codePoints(labelled.value) : 0;
  for (const key of ['name', 'description'] as const) {
    const own = labelled[key];
    const translations = labelled[`${key}_localizations`];
    const texts = [own, ...(isJson(translations) ? Object.values(translations) : [])];
    sum += Math.max(...texts.map((text) => (typeof text === 'string' ? codePoints(text) : 0)));
  }
  for (const child of [...objectsOf(labelled.options), ...objectsOf(labelled.choices)])
    sum += commandCharacters(child);
  return sum;
}
