import { ControlError } from '../../control-error.ts';
import type { Channel, Person } from '../../world.ts';
import type { DiscordState, StoredCommand } from '../discord-state.ts';
import { isJson, type Json } from '../json.ts';
import { personPermissions } from '../permissions.ts';

const botDmContext = 1;

/** @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-types */
export const commandTypes = { chat: 1, message: 3 } as const;
type CommandType = (typeof commandTypes)[keyof typeof commandTypes];

/** What the command is called in a language; null where it has no name of its own there. */
export function translationFor({ name_localizations: names }: Json, locale: string): string | null {
  const translated = isJson(names) ? names[locale] : null;
  return typeof translated === 'string' ? translated : null;
}

/** As people say it: `/brief`, `“Report a problem”`. */
function shown(type: CommandType, name: string): string {
  return type === commandTypes.chat ? `/${name}` : `“${name}”`;
}

/**
 * The command as this person's client offers it here, by its name or its translation; a server's own before a
 * global one of the same name. Throws `ControlError` where the client would not show it.
 */
export function findCommand(
  state: DiscordState,
  type: CommandType,
  name: string,
  person: Person,
  channel: Channel,
): StoredCommand {
  const plain = type === commandTypes.chat ? name.replace(/^\//, '') : name;
  const called = shown(type, plain);
  const isDirect = channel.kind === 'dm';
  if (!state.scopes().includes('applications.commands') && !state.scopes().includes('bot')) {
    throw new ControlError('The bot was not given applications.commands, so it has no commands here.');
  }
  const ofType = state.commands
    .all()
    .filter(({ definition }) => (definition.type ?? commandTypes.chat) === type);
  const found = ofType
    .filter(({ definition, guild }) => {
      const isNamed = definition.name === plain || translationFor(definition, person.locale) === plain;
      return isNamed && !(isDirect && guild !== null);
    })
    .sort((a, b) => Number(a.guild === null) - Number(b.guild === null))[0];
  if (found === undefined) {
    const names = ofType.map(({ definition }) => shown(type, String(definition.name)));
    const registered = names.length === 0 ? 'none is registered' : `registered are ${names.join(', ')}`;
    throw new ControlError(`There is no command ${called}; ${registered}.`);
  }
  const { definition } = found;
  const contexts = Array.isArray(definition.contexts) ? definition.contexts : null;
  if (
    isDirect &&
    ((contexts !== null && !contexts.includes(botDmContext)) || definition.dm_permission === false)
  ) {
    throw new ControlError(`${called} cannot be used in direct messages; use a channel.`);
  }
  const needed = definition.default_member_permissions;
  if (!isDirect && needed !== null && needed !== undefined) {
    const bits = BigInt(String(needed));
    const granted = personPermissions(person);
    if (!person.isAdmin && (bits === 0n || (granted & bits) !== bits)) {
      throw new ControlError(
        `${person.name} may not use ${called}: it is for members with more permissions.`,
      );
    }
  }
  return found;
}
