import { ControlError } from '../../control-error.ts';
import type { Acts, AutocompleteAct, CommandAct } from '../../platform.ts';
import type { Discord } from '../discord.ts';
import type { StoredCommand } from '../discord-state.ts';
import { fillOptions } from '../interactions/command-options.ts';
import { interactionPayload } from '../interactions/interaction-payload.ts';
import { interactionTypes } from '../interactions/interactions.ts';
import { readTypedText } from '../interactions/typed-text.ts';
import { type Json, objectsOf } from '../json.ts';
import { sendInteraction } from './await-answer.ts';
import { commandTypes, findCommand } from './find-command.ts';
import { channelOf, personOf } from './find-in-world.ts';

/** A person types a command, or is typing one. */
export function commandActs(discord: Discord): Pick<Acts, 'command' | 'autocomplete'> {
  const { state, interactions } = discord;

  function prepare(act: CommandAct | AutocompleteAct, focused: string | null) {
    const person = personOf(state, act.person);
    const channel = channelOf(state, act.channel);
    const [name = '', ...words] = act.command.trim().split(/\s+/);
    const command = findCommand(state, commandTypes.chat, name, person, channel);
    const text = [...words, 'text' in act ? (act.text ?? '') : ''].join(' ');
    const typed = readTypedText(command.definition, text);
    const given = { ...typed.values, ...act.options };
    const filled = fillOptions(state, command.definition, typed.path, given, focused);
    return { person, channel, command, filled };
  }
  return {
    async command(act) {
      const { person, channel, command, filled } = prepare(act, null);
      const name = String(command.definition.name);
      const started = interactions.start({
        type: interactionTypes.command,
        person: person.id,
        channel: channel.id,
        message: null,
        invokedAs: `/${name} ${shownOptions(filled.options, filled.shown)}`.trim(),
        name,
      });
      const data = {
        ...commandData(command, filled.options),
        ...(isEmpty(filled.resolved) ? {} : { resolved: filled.resolved }),
      };
      return sendInteraction(
        discord,
        started,
        interactionPayload(discord, started.interaction, person, channel, data),
      );
    },
    async autocomplete(act) {
      const { person, channel, command, filled } = prepare(
        { ...act, options: { ...act.options, [act.option]: act.value } },
        act.option,
      );
      if (!isFocused(filled.options)) {
        throw new ControlError(`/${String(command.definition.name)} has no option “${act.option}” here.`);
      }
      const started = interactions.start({
        type: interactionTypes.autocomplete,
        person: person.id,
        channel: channel.id,
        message: null,
        invokedAs: null,
        name: String(command.definition.name),
      });
      const data = commandData(command, filled.options);
      const outcome = await sendInteraction(
        discord,
        started,
        interactionPayload(discord, started.interaction, person, channel, data),
      );
      if (outcome.error !== null) throw new ControlError(`${outcome.error}: no choices came within 3 s.`);
      const choices = objectsOf(started.interaction.callback?.data.choices);
      return {
        choices: choices.map((choice) => ({ name: String(choice.name), value: choice.value })),
        ms: outcome.ackMs ?? 0,
      };
    },
  };
}

function commandData(command: StoredCommand, options: Json[]): Json {
  return {
    id: command.id,
    name: command.definition.name,
    type: command.definition.type ?? 1,
    ...(command.guild === null ? {} : { guild_id: command.guild }),
    ...(options.length === 0 ? {} : { options }),
  };
}

/** One text option is shown as typed, without its name. */
function shownOptions(options: Json[], shown: string): string {
  const [only] = options;
  return options.length === 1 && only?.type === 3 ? String(only.value) : shown;
}

function isFocused(options: Json[]): boolean {
  return options.some((option) => option.focused === true || isFocused(objectsOf(option.options)));
}

function isEmpty(value: Json): boolean {
  return Object.keys(value).length === 0;
}
