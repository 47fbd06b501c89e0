import type { World } from '../../../world.ts';
import { asRecord, asRecords, asText, type Json } from '../platform/read-json.ts';

/** A command a person may type, in one shape for both platforms. */
export interface KnownCommand {
  /** With its slash. */
  name: string;
  description: string;
  hint: string;
  options: KnownOption[];
}

export interface KnownOption {
  name: string;
  description: string;
  isRequired: boolean;
  hasAutocomplete: boolean;
  /** Discord's application command option type: 4 integer, 5 boolean, 6 person, 7 channel, 10 number; else text. */
  type: number;
  choices: { name: string; value: unknown }[];
}

/** What a person typed after the slash, taken apart. */
export interface TypedCommand {
  command: KnownCommand;
  /** As typed, after the command. */
  text: string;
  /** Option name → what was typed for it. */
  options: Record<string, string>;
  /** The option the cursor is in: the last one typed. */
  focused: KnownOption | null;
}

/**
 * The commands of the bot as this person's client offers them: on Discord in the person's language, each subcommand as
 * one (`/briefing here`), and without those that need permissions the person lacks.
 */
export function knownCommands(world: World, reader: string): KnownCommand[] {
  const commands = asRecords(world.commands);
  const person = world.people.find((one) => one.id === reader);
  if (world.platform === 'slack') {
    return commands.map((command) => ({
      name: asText(command.command),
      description: asText(command.description),
      hint: asText(command.usage_hint),
      options: [],
    }));
  }
  const typed = commands.filter((command) => command.type === undefined || command.type === 1);
  const open = typed.filter((command) => isOpenToAll(command) || person?.isAdmin === true);
  const locale = person?.locale ?? 'en-US';
  // A command is found by its translated name and by its own: teams tell each other “type /brief”.
  return open.flatMap((command) => [
    ...discordCommands(command, '/', locale),
    ...(localized(command, 'name', locale) === asText(command.name)
      ? []
      : discordCommands(withoutTranslatedName(command), '/', locale)),
  ]);
}

function withoutTranslatedName(command: Json): Json {
  return { ...command, name_localizations: null };
}

function isOpenToAll(command: Json): boolean {
  const needed = command.default_member_permissions;
  return needed === null || needed === undefined;
}

function discordCommands(command: Json, prefix: string, locale: string): KnownCommand[] {
  // The sandbox knows a command by its translation too, a subcommand only by its own name.
  const name = `${prefix}${prefix === '/' ? localized(command, 'name', locale) : asText(command.name)}`;
  const options = asRecords(command.options);
  // 1 is a subcommand, 2 a group of them.
  const below = options.filter((option) => option.type === 1 || option.type === 2);
  if (below.length > 0) return below.flatMap((option) => discordCommands(option, `${name} `, locale));
  const known = options.map((option) => readOption(option, locale));
  const hint = known.map((option) => (option.isRequired ? `<${option.name}>` : `[${option.name}]`)).join(' ');
  return [{ name, description: localized(command, 'description', locale), hint, options: known }];
}

function readOption(option: Json, locale: string): KnownOption {
  return {
    name: asText(option.name),
    description: localized(option, 'description', locale),
    isRequired: option.required === true,
    hasAutocomplete: option.autocomplete === true,
    type: Number(option.type ?? 3),
    choices: asRecords(option.choices).map((choice) => ({
      name: localized(choice, 'name', locale),
      value: choice.value,
    })),
  };
}

function localized(thing: Json, field: 'name' | 'description', locale: string): string {
  const translations = asRecord(thing[`${field}_localizations`]);
  return asText(translations[locale]) || asText(thing[field]);
}

/**
 * Reads `/brief topic:증류 lang:ko`. Words before the first `name:` belong to the first option, so that `/brief 증류`
 * works too. Null when no known command is typed.
 */
export function readCommand(typed: string, commands: readonly KnownCommand[]): TypedCommand | null {
  const fitting = commands.filter(({ name }) => typed === name || typed.startsWith(`${name} `));
  const command = fitting.sort((a, b) => b.name.length - a.name.length)[0];
  if (!command) return null;
  const text = typed.slice(command.name.length).trim();
  const options: Record<string, string> = {};
  let focused = command.options[0] ?? null;
  for (const part of text.split(/(?=(?:^|\s)[^\s:]+:)/)) {
    const named = /^\s*([^\s:]+):\s*([\s\S]*)$/.exec(part);
    const option = command.options.find(({ name }) => name === named?.[1]);
    const target = option ?? focused;
    if (!target) continue;
    const words = option ? (named?.[2] ?? '') : `${options[target.name] ?? ''}${part}`;
    if (words.trim() !== '' || option) options[target.name] = words.trim();
    focused = target;
  }
  return { command, text, options, focused };
}

/** The options as Discord wants them: by type, names of channels, people and choices replaced by what they stand for. */
export function optionValues(
  typed: TypedCommand,
  chosen: ReadonlyMap<string, string>,
  world: World,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const option of typed.command.options) {
    const words = typed.options[option.name];
    if (words === undefined || words === '') continue;
    const choice = option.choices.find(({ name, value }) => name === words || value === words);
    if (choice) values[option.name] = choice.value;
    else if (option.type === 4 || option.type === 10) values[option.name] = Number(words);
    else if (option.type === 5) values[option.name] = /^(true|yes|예|네|참)$/i.test(words);
    else if (option.type === 6) values[option.name] = idOf(world.people, words);
    else if (option.type === 7) values[option.name] = idOf(world.channels, words);
    else values[option.name] = chosen.get(words) ?? words;
  }
  return values;
}

/** `#marketing-ko`, `@하늘` or an id → the id. */
function idOf(things: readonly { id: string; name: string }[], words: string): string {
  const name = words.replace(/^[#@]/, '');
  return things.find((thing) => thing.name === name)?.id ?? words;
}
