import { ControlError } from '../../control-error.ts';
import type { Channel, Person } from '../../world.ts';
import type { DiscordState, StoredCommand } from '../discord-state.ts';
import { isJson } from '../json.ts';
import { personPermissions } from '../permissions.ts';

const botDmContext = 1;

/**
 * The command as this person's client offers it here, by its name or its translation; a server's own before a
 * global one of the same name. Throws `ControlError` where the client would not show it.
 */
export function findCommand(
  state: DiscordState,
  name: string,
  person: Person,
  channel: Channel,
): StoredCommand {
  const plain = name.replace(/^\//, '');
  const isDirect = channel.kind === 'dm';
  if (!state.scopes().includes('applications.commands') && !state.scopes().includes('bot')) {
    throw new ControlError('The bot was not given applications.commands, so it has no commands here.');
  }
  const found = state.commands
    .all()
    .filter(({ definition, guild }) => {
      const translations = isJson(definition.name_localizations) ? definition.name_localizations : {};
      const isNamed = definition.name === plain || translations[person.locale] === plain;
      return isNamed && !(isDirect && guild !== null);
    })
    .sort((a, b) => Number(a.guild === null) - Number(b.guild === null))[0];
  if (found === undefined) {
    const names = state.commands.all().map(({ definition }) => `/${String(definition.name)}`);
    const registered = names.length === 0 ? 'none is registered' : `registered are ${names.join(', ')}`;
    throw new ControlError(`There is no command /${plain}; ${registered}.`);
  }
  const { definition } = found;
  const contexts = Array.isArray(definition.contexts) ? definition.contexts : null;
  if (
    isDirect &&
    ((contexts !== null && !contexts.includes(botDmContext)) || definition.dm_permission === false)
  ) {
    throw new ControlError(`/${plain} cannot be used in direct messages; use a channel.`);
  }
  const needed = definition.default_member_permissions;
  if (!isDirect && needed !== null && needed !== undefined) {
    const bits = BigInt(String(needed));
    const granted = personPermissions(person);
    if (!person.isAdmin && (bits === 0n || (granted & bits) !== bits)) {
      throw new ControlError(
        `${person.name} may not use /${plain}: it is for members with more permissions.`,
      );
    }
  }
  return found;
}
