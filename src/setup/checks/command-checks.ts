import { type APIApplicationCommand, ApplicationCommandType, Routes } from 'discord-api-types/v10';
import { commands } from '../../discord/commands.ts';
import { commandShape } from '../command-shape.ts';
import type { DiscordDesk } from '../discord-desk.ts';
import { bad, type Finding, good, refused } from '../finding.ts';

interface Named {
  type?: ApplicationCommandType | undefined;
  name: string;
}

const typeOf = ({ type }: Named) => type ?? ApplicationCommandType.ChatInput;
const isSame = (a: Named, b: Named) => a.name === b.name && typeOf(a) === typeOf(b);

/** As people see it: `/brief`, or “Report a problem” in the menu of a message. */
function shown(command: Named): string {
  return typeOf(command) === ApplicationCommandType.ChatInput ? `/${command.name}` : `“${command.name}”`;
}

type Desk = Pick<DiscordDesk, 'application' | 'guilds' | 'ask'>;

/** Whether Discord knows the commands as this version defines them, and no server has one of them twice. */
export async function checkCommands(desk: Desk): Promise<Finding[]> {
  try {
    const registered = await commandsAt(desk, Routes.applicationCommands(desk.application.id));
    const twice: Finding[] = [];
    for (const guild of desk.guilds) twice.push(...(await checkTwice(desk, guild)));
    return [checkRegistration(desk, registered), ...twice];
  } catch (error) {
    return [refused('discord commands', error as Error)];
  }
}

function commandsAt(desk: Desk, route: `/${string}`): Promise<APIApplicationCommand[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return desk.ask<APIApplicationCommand[]>('the commands', (rest) => rest.get(route, { query }));
}

function checkRegistration(desk: Desk, registered: readonly APIApplicationCommand[]): Finding {
  const name = 'discord commands';
  const wanted = commands.map(commandShape).sort();
  const found = registered.map(commandShape).sort();
  const names = commands.map(shown).join(', ');
  if (wanted.join('\n') === found.join('\n')) return good(name, `${names} registered`);
  const missing = commands.filter((command) => !registered.some((other) => isSame(other, command)));
  const says =
    missing.length > 0
      ? `Discord does not know ${missing.map(shown).join(', ')}.`
      : 'Discord knows the commands as another version defined them.';
  return bad(name, says, 'Register them: npx sowhat doctor --fix', async () => {
    await desk.ask('the commands', (rest) =>
      rest.put(Routes.applicationCommands(desk.application.id), { body: commands }),
    );
    return `registered ${names}`;
  });
}

/** A command of a server beside the global one of the same name: people see both. */
async function checkTwice(desk: Desk, guild: Desk['guilds'][number]): Promise<Finding[]> {
  const { id } = desk.application;
  const own = await commandsAt(desk, Routes.applicationGuildCommands(id, guild.id));
  return own
    .filter((command) => commands.some((other) => isSame(other, command)))
    .map((command) =>
      bad(
        'discord duplicate',
        `${shown(command)} is there twice in ${guild.name}: once for that server, once for all.`,
        'Remove the one of the server: npx sowhat doctor --fix',
        async () => {
          await desk.ask(guild.name, (rest) =>
            rest.delete(Routes.applicationGuildCommand(id, guild.id, command.id)),
          );
          return `removed the second ${shown(command)} of ${guild.name}`;
        },
      ),
    );
}
