import { ControlError } from '../../control-error.ts';
import type { DiscordState } from '../discord-state.ts';
import { type Json, objectsOf } from '../json.ts';
import { wireChannel } from '../wire/wire-channel.ts';
import { wireRoles } from '../wire/wire-guild.ts';
import { wireMember, wireUser } from '../wire/wire-user.ts';

const subcommandTypes = [1, 2];
const stringType = 3;
const integerType = 4;
const booleanType = 5;
const userType = 6;
const channelType = 7;
const roleType = 8;
const mentionableType = 9;
const numberType = 10;

/** What a person filled in, as `data.options` and `data.resolved` of the interaction carry it. */
export interface FilledOptions {
  options: Json[];
  resolved: Json;
  /** As it is shown above the answer: `here language:ko`. */
  shown: string;
}

/**
 * Fills the options of a command, or of the subcommand that `path` names, with the given values. With
 * `focused`, as autocomplete sends them: incomplete, and nothing checked. Throws `ControlError` where the real
 * client would not let the person send it.
 */
export function fillOptions(
  state: DiscordState,
  definition: Json,
  path: readonly string[],
  given: Readonly<Record<string, unknown>>,
  focused: string | null,
): FilledOptions {
  const definitions = objectsOf(definition.options);
  const isNested = definitions.some((option) => subcommandTypes.includes(Number(option.type)));
  if (isNested) {
    const [name, ...rest] = path;
    const inner = definitions.find((option) => option.name === name);
    if (inner === undefined) {
      const names = definitions.map((option) => option.name).join(', ');
      throw new ControlError(`/${String(definition.name)} needs a subcommand; use one of: ${names}.`);
    }
    const filled = fillOptions(state, inner, rest, given, focused);
    const options = [{ name: inner.name, type: inner.type, options: filled.options }];
    return { ...filled, options, shown: `${String(inner.name)} ${filled.shown}`.trim() };
  }
  const strange = Object.keys(given).find((name) => !definitions.some((option) => option.name === name));
  if (strange !== undefined) {
    throw new ControlError(`/${String(definition.name)} has no option “${strange}”; leave it out.`);
  }
  const resolved: Record<string, Json> = {};
  const options: Json[] = [];
  for (const option of definitions) {
    const name = String(option.name);
    const value = given[name];
    if (value === undefined || value === '') {
      if (focused === name) options.push({ name, type: option.type, value: '', focused: true });
      else if (option.required === true && focused === null)
        throw new ControlError(`Fill in the option “${name}”.`);
      continue;
    }
    if (focused === name) options.push({ name, type: option.type, value: String(value), focused: true });
    else options.push({ name, type: option.type, value: typed(state, option, value, resolved) });
  }
  const shown = options.map((option) => `${String(option.name)}:${String(option.value)}`).join(' ');
  return { options, resolved, shown };
}

/** The value in its option's type; people, channels and roles go into `resolved` as well. */
function typed(state: DiscordState, option: Json, value: unknown, resolved: Record<string, Json>): unknown {
  const name = String(option.name);
  const text = String(value);
  const fail = (what: string) => new ControlError(`“${text}” is no ${what}; mend the option “${name}”.`);
  const choices = objectsOf(option.choices);
  switch (option.type) {
    case stringType:
    case integerType:
    case numberType: {
      const typedValue = option.type === stringType ? text : Number(text);
      if (Number.isNaN(typedValue)) throw fail('number');
      if (choices.length > 0 && !choices.some((choice) => choice.value === typedValue)) {
        throw fail(`choice of ${choices.map((choice) => String(choice.value)).join(', ')}`);
      }
      const length = [...text].length;
      if (option.type === stringType && length > Number(option.max_length ?? 6000))
        throw fail('text short enough');
      if (option.type === stringType && length < Number(option.min_length ?? 0))
        throw fail('text long enough');
      if (typeof typedValue === 'number') {
        if (typedValue > Number(option.max_value ?? Number.MAX_VALUE)) throw fail('number small enough');
        if (typedValue < Number(option.min_value ?? -Number.MAX_VALUE)) throw fail('number large enough');
      }
      return typedValue;
    }
    case booleanType:
      if (text !== 'true' && text !== 'false') throw fail('true or false');
      return text === 'true';
    case channelType: {
      const channel = state.channels.get(text.replace(/^<#|>$/g, ''));
      if (channel === undefined) throw fail('channel id');
      resolved.channels = {
        ...resolved.channels,
        [channel.id]: { ...wireChannel(state, channel), permissions: '0' },
      };
      return channel.id;
    }
    case roleType:
    case userType:
    case mentionableType:
      return resolveMentionable(state, text.replace(/^<@[!&]?|>$/g, ''), resolved, fail);
    default:
      return value;
  }
}

function resolveMentionable(
  state: DiscordState,
  id: string,
  resolved: Record<string, Json>,
  fail: (what: string) => ControlError,
): string {
  const person = state.people.get(id);
  const role = wireRoles(state).find((candidate) => candidate.id === id);
  if (person !== undefined) {
    const { user: _, deaf: __, mute: ___, ...member } = wireMember(person);
    resolved.users = { ...resolved.users, [id]: wireUser(person) };
    resolved.members = { ...resolved.members, [id]: { ...member, permissions: '0' } };
  } else if (role !== undefined) resolved.roles = { ...resolved.roles, [id]: role };
  else throw fail('person or role');
  return id;
}
