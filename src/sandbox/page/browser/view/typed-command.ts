import type { World } from '../../../world.ts';
import type { Language } from '../platform/phrases.ts';
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
  /** Discord's application command option type: 4 integer, 5 boolean, 10 number; anything else is sent as text. */
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

/** The commands of the bot in this world; on Discord each subcommand counts as one (`/briefing here`). */
export function knownCommands(world: World, language: Language): KnownCommand[] {
  const commands = asRecords(world.commands);
  if (world.platform === 'slack') {
    return commands.map((command) => ({
      name: asText(command.command),
      description: asText(command.description),
      hint: asText(command.usage_hint),
      options: [],
    }));
  }
  const spoken = commands.filter((command) => command.type === undefined || command.type === 1);
  return spoken.flatMap((command) => discordCommands(command, '/', language));
}

function discordCommands(command: Json, prefix: string, language: Language): KnownCommand[] {
  const name = `${prefix}${asText(command.name)}`;
  const options = asRecords(command.options);
  // 1 is a subcommand, 2 a group of them.
  const below = options.filter((option) => option.type === 1 || option.type === 2);
  if (below.length > 0) return below.flatMap((option) => discordCommands(option, `${name} `, language));
  const known = options.map((option) => readOption(option, language));
  const hint = known.map((option) => (option.isRequired ? `<${option.name}>` : `[${option.name}]`)).join(' ');
  return [{ name, description: localized(command, 'description', language), hint, options: known }];
}

function readOption(option: Json, language: Language): KnownOption {
  return {
    name: asText(option.name),
    description: localized(option, 'description', language),
    isRequired: option.required === true,
    hasAutocomplete: option.autocomplete === true,
    type: Number(option.type ?? 3),
    choices: asRecords(option.choices).map((choice) => ({
      name: localized(choice, 'name', language),
      value: choice.value,
    })),
  };
}

function localized(thing: Json, field: 'name' | 'description', language: Language): string {
  const translations = asRecord(thing[`${field}_localizations`]);
  return asText(translations[language === 'ko' ? 'ko' : 'en-US']) || asText(thing[field]);
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

/** The options as Discord wants them: numbers and truth values by type, chosen names replaced by their values. */
export function optionValues(
  typed: TypedCommand,
  chosen: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const option of typed.command.options) {
    const words = typed.options[option.name];
    if (words === undefined || words === '') continue;
    const choice = option.choices.find(({ name, value }) => name === words || value === words);
    if (choice) values[option.name] = choice.value;
    else if (option.type === 4 || option.type === 10) values[option.name] = Number(words);
    else if (option.type === 5) values[option.name] = /^(true|yes|예|네|참)$/i.test(words);
    else values[option.name] = chosen[words] ?? words;
  }
  return values;
}
