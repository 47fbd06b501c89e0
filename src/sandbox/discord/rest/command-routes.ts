import { isDeepStrictEqual } from 'node:util';
import { commandFaults } from '../checks/command-faults.ts';
import type { FormFault } from '../checks/form-fault.ts';
import type { Discord } from '../discord.ts';
import type { StoredCommand } from '../discord-state.ts';
import { isJson, type Json } from '../json.ts';
import { refusal } from '../refusal.ts';
import { wireCommand } from '../wire/wire-command.ts';
import { assertForm } from './assert-message.ts';
import { noContent, objectBody, ok, param, type RestRequest, type RestRoute } from './rest-route.ts';

/** Most commands of each type: chat input, user, message. */
const most: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };

/** Registering commands, globally and for one server. @see https://docs.discord.com/developers/interactions/application-commands */
export const commandRoutes: RestRoute[] = [
  '/applications/:app/commands',
  '/applications/:app/guilds/:guild/commands',
].flatMap((path): RestRoute[] => [
  {
    method: 'GET',
    path,
    handle(discord, request) {
      const withTranslations = request.query.get('with_localizations') === 'true';
      const scope = scopeOf(discord, request);
      return ok(
        commandsOf(discord, scope).map((command) => wireCommand(discord.state, command, withTranslations)),
      );
    },
  },
  {
    method: 'PUT',
    path,
    handle(discord, request) {
      const scope = scopeOf(discord, request);
      if (!Array.isArray(request.body)) throw refusal(50_109);
      const definitions = request.body as Json[];
      assertForm(definitions.flatMap((definition, i) => prefixed(commandFaults(definition), i)));
      assertForm(doubleNames(definitions));
      assertCounts(definitions);
      const old = commandsOf(discord, scope);
      for (const command of old) discord.state.commands.remove(command.id);
      const stored = definitions.map((definition) => store(discord, scope, definition, old));
      return ok(stored.map((command) => wireCommand(discord.state, command, true)));
    },
  },
  {
    method: 'POST',
    path,
    handle(discord, request) {
      const scope = scopeOf(discord, request);
      const definition = objectBody(request);
      assertForm(commandFaults(definition));
      const old = commandsOf(discord, scope);
      const isNew = !old.some((command) => sameCommand(command.definition, definition));
      if (isNew) assertCounts([...old.map((command) => command.definition), definition]);
      const command = store(discord, scope, definition, old);
      return { status: isNew ? 201 : 200, body: wireCommand(discord.state, command, true) };
    },
  },
  {
    method: 'GET',
    path: `${path}/:command`,
    handle(discord, request) {
      return ok(wireCommand(discord.state, commandOf(discord, request), true));
    },
  },
  {
    method: 'PATCH',
    path: `${path}/:command`,
    handle(discord, request) {
      const command = commandOf(discord, request);
      const definition = { ...command.definition, ...objectBody(request) };
      assertForm(commandFaults(definition));
      const changed = { ...command, definition, version: discord.snowflakes.next() };
      discord.state.commands.put(command.id, changed);
      return ok(wireCommand(discord.state, changed, true));
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:command`,
    handle(discord, request) {
      discord.state.commands.remove(commandOf(discord, request).id);
      return noContent;
    },
  },
]);

/** null: global, else the server's id. A bot may register only its own application's, and where it was invited with the scope. */
function scopeOf({ state }: Discord, request: RestRequest): string | null {
  if (param(request, 'app') !== state.bot().id) throw refusal(20_012);
  const guild = request.params.guild;
  if (guild === undefined) return null;
  const scopes = state.scopes();
  const isInvited = scopes.includes('bot') || scopes.includes('applications.commands');
  if (guild !== state.guild().id || !isInvited) throw refusal(50_001);
  return guild;
}

function commandsOf({ state }: Discord, scope: string | null): StoredCommand[] {
  return state.commands.all().filter((command) => command.guild === scope);
}

function commandOf(discord: Discord, request: RestRequest): StoredCommand {
  const scope = scopeOf(discord, request);
  const command = discord.state.commands.get(param(request, 'command'));
  if (command === undefined || command.guild !== scope) throw refusal(10_063);
  return command;
}

/** A command of the same name and type keeps its id; its version changes with its definition. */
function store(
  discord: Discord,
  guild: string | null,
  definition: Json,
  old: StoredCommand[],
): StoredCommand {
  const before = old.find((command) => sameCommand(command.definition, definition));
  const isSame = before !== undefined && isDeepStrictEqual(before.definition, definition);
  const command: StoredCommand = {
    id: before?.id ?? discord.snowflakes.next(),
    guild,
    version: isSame ? before.version : discord.snowflakes.next(),
    definition,
  };
  discord.state.commands.put(command.id, command);
  return command;
}

function sameCommand(a: Json, b: Json): boolean {
  return a.name === b.name && (a.type ?? 1) === (b.type ?? 1);
}

function assertCounts(definitions: Json[]): void {
  for (const [type, limit] of Object.entries(most)) {
    if (definitions.filter((definition) => Number(definition.type ?? 1) === Number(type)).length > limit)
      throw refusal(30_032);
  }
}

function doubleNames(definitions: Json[]): FormFault[] {
  return definitions.flatMap((definition, i) =>
    isJson(definition) && definitions.slice(0, i).some((other) => sameCommand(other, definition))
      ? [
          {
            path: [i],
            code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
            message: 'Application command names must be unique',
          },
        ]
      : [],
  );
}

function prefixed(faults: FormFault[], index: number): FormFault[] {
  return faults.map((fault) => ({ ...fault, path: [index, ...fault.path] }));
}
