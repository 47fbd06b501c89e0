import type { DiscordState, StoredCommand } from '../discord-state.ts';
import { isJson, type Json, objectsOf } from '../json.ts';

/** A registered command; translations only when asked for, as the platform lists them. */
export function wireCommand(state: DiscordState, command: StoredCommand, withTranslations: boolean): Json {
  const { definition } = command;
  const permissions = definition.default_member_permissions;
  const options = objectsOf(definition.options).map((option) => wireOption(option, withTranslations));
  return {
    id: command.id,
    application_id: state.bot().id,
    version: command.version,
    type: definition.type ?? 1,
    name: definition.name,
    description: definition.description ?? '',
    ...(withTranslations ? translationsOf(definition) : {}),
    default_member_permissions:
      permissions === undefined || permissions === null ? null : String(permissions),
    dm_permission: definition.dm_permission ?? true,
    contexts: definition.contexts ?? null,
    integration_types: definition.integration_types ?? [0],
    nsfw: definition.nsfw === true,
    ...(options.length === 0 ? {} : { options }),
    ...(command.guild === null ? {} : { guild_id: command.guild }),
  };
}

/** Options come back without what is empty or false by default. */
function wireOption(option: Json, withTranslations: boolean): Json {
  const { name_localizations: _, description_localizations: __, ...rest } = option;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== null && value !== undefined),
  );
  return {
    ...given,
    ...(withTranslations ? translationsOf(option) : {}),
    ...(Array.isArray(option.options)
      ? { options: objectsOf(option.options).map((child) => wireOption(child, withTranslations)) }
      : {}),
  };
}

function translationsOf(labelled: Json): Json {
  const names = labelled.name_localizations;
  const descriptions = labelled.description_localizations;
  return {
    ...(isJson(names) ? { name_localizations: names } : {}),
    ...(isJson(descriptions) ? { description_localizations: descriptions } : {}),
  };
}
