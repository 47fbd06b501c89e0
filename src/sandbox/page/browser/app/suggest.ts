import type { World } from '../../../world.ts';
import { type Box, type PageState, placeKey, type Suggestion } from '../view/page-state.ts';
import {
  type KnownCommand,
  knownCommands,
  optionValues,
  readCommand,
  type TypedCommand,
} from '../view/typed-command.ts';
import type { App } from './app.ts';

const MAX_SHOWN = 25;

/** The commands that start with what is typed; empty once a whole command is followed by a space. */
export function commandSuggestions(typed: string, commands: readonly KnownCommand[]): Suggestion[] {
  if (!typed.startsWith('/')) return [];
  const fitting = commands.filter(({ name }) => name.startsWith(typed));
  return fitting.slice(0, MAX_SHOWN).map(({ name, hint, description }) => ({
    label: [name, hint].filter((part) => part !== '').join(' '),
    detail: description,
    text: `${name} `,
    choice: null,
  }));
}

/** Shows the list that fits what is in the box now; on Discord the bot itself may be asked for proposals. */
export async function suggest(app: App, box: Box): Promise<void> {
  const state = app.state();
  const world = state.worlds[state.place.platform];
  const key = placeKey(state.place, box);
  const typed = state.drafts[key] ?? '';
  if (!world || !typed.startsWith('/')) {
    show(app, box, []);
    return;
  }
  const commands = knownCommands(world, state.person[world.platform]);
  const matching = commandSuggestions(typed, commands);
  const read = readCommand(typed, commands);
  const isInOption = read?.focused && typed.startsWith(`${read.command.name} `);
  if (matching.length > 0 || !isInOption) {
    show(app, box, matching);
    return;
  }
  const proposals = await propose(app, state, world, read, box);
  // The person may have typed on while the bot was thinking.
  if ((app.state().drafts[key] ?? '') === typed)
    show(
      app,
      box,
      proposals.map((choice) => asSuggestion(read, choice)),
    );
}

interface Choice {
  name: string;
  value: string;
}

async function propose(
  app: App,
  state: PageState,
  world: World,
  read: TypedCommand,
  box: Box,
): Promise<Choice[]> {
  const option = read.focused;
  if (!option) return [];
  const words = read.options[option.name] ?? '';
  if (option.choices.length > 0) {
    return option.choices
      .filter(({ name }) => name.startsWith(words))
      .map(({ name, value }) => ({ name, value: String(value) }));
  }
  if (!option.hasAutocomplete) return [];
  const { platform, channel, thread } = state.place;
  const body = {
    person: state.person[platform],
    channel: box === 'thread' && thread !== null ? thread : channel,
    command: read.command.name,
    option: option.name,
    value: words,
    options: optionValues(read, app.chosen, world),
  };
  const answer = await app.control.act(platform, 'autocomplete', body).catch(() => ({ choices: [] }));
  return (answer.choices ?? [])
    .slice(0, MAX_SHOWN)
    .map(({ name, value }) => ({ name, value: String(value) }));
}

function asSuggestion(read: TypedCommand, choice: Choice): Suggestion {
  const { command, focused, options } = read;
  const kept = Object.entries(options).filter(([name]) => name !== focused?.name);
  const isOnly = kept.length === 0 && focused === command.options[0];
  const parts = [
    ...kept.map(([name, words]) => `${name}:${words}`),
    isOnly ? choice.name : `${focused?.name}:${choice.name}`,
  ];
  return {
    label: choice.name,
    detail: choice.value === choice.name ? '' : choice.value,
    text: `${command.name} ${parts.join(' ')}`,
    choice,
  };
}

function show(app: App, box: Box, items: Suggestion[]): void {
  const { suggestions } = app.state();
  if (items.length === 0 && suggestions === null) return;
  app.change({ suggestions: items.length === 0 ? null : { box, items, index: -1 } });
}
