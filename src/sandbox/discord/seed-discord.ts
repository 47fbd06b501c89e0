import { ControlError } from '../control-error.ts';
import type { WorldSeed } from '../platform.ts';
import type { Channel, Person } from '../world.ts';
import type { Discord } from './discord.ts';
import { channel as plainChannel } from './fresh-world.ts';
import type { Json } from './json.ts';
import { isSnowflake } from './snowflake.ts';
import { wireChannel } from './wire/wire-channel.ts';
import { wireGuild } from './wire/wire-guild.ts';

/** Adds or changes what is given, by id, and tells the gateway as the platform would of a change in its settings. */
export function seedDiscord(discord: Discord, world: WorldSeed): void {
  const { state, snowflakes, gateway } = discord;
  for (const { id } of [...(world.channels ?? []), ...(world.people ?? [])]) {
    if (!isSnowflake(id)) throw new ControlError(`“${id}” is no Discord id; use 17 to 19 digits.`);
  }
  if (world.workspace !== undefined) {
    const { name } = world.workspace;
    if (name !== undefined) state.setGuild({ ...state.guild(), name });
    gateway.dispatch('GUILD_UPDATE', null, wireGuild(state));
  }
  for (const person of world.people ?? []) seedPerson(discord, person);
  for (const channel of world.channels ?? []) seedChannel(discord, channel);
  if (world.scopes !== undefined) {
    state.setScopes(world.scopes);
    gateway.dispatch('GUILD_UPDATE', null, wireGuild(state));
  }
  if (world.sessionStarts !== undefined) {
    state.setSessionStarts(Array.from({ length: world.sessionStarts }, () => discord.base.clock()));
  }
  if (world.commands !== undefined) {
    for (const { id } of state.commands.all()) state.commands.remove(id);
    for (const definition of world.commands as Json[]) {
      const id = typeof definition.id === 'string' ? definition.id : snowflakes.next();
      const guild = typeof definition.guild_id === 'string' ? definition.guild_id : null;
      const { id: _, guild_id: __, application_id: ___, version: ____, ...rest } = definition;
      state.commands.put(id, { id, guild, version: snowflakes.next(), definition: rest });
    }
  }
}

function seedPerson({ state }: Discord, given: Partial<Person> & Pick<Person, 'id'>): void {
  const old = state.people.get(given.id) ?? {
    id: given.id,
    name: `Person ${given.id.slice(-4)}`,
    locale: 'en-US',
    isBot: false,
    isAdmin: false,
  };
  state.people.put(given.id, { ...old, ...given });
}

/** Archiving a thread here is a moderator's doing: it locks it. A channel that is archived counts as deleted. */
function seedChannel(discord: Discord, given: Partial<Channel> & Pick<Channel, 'id'>): void {
  const { state, base, gateway } = discord;
  const before = state.channels.get(given.id);
  const kind = given.kind ?? before?.kind ?? 'channel';
  const fallback = plainChannel(given.id, `channel-${given.id.slice(-4)}`, kind);
  const channel: Channel = { ...(before ?? fallback), ...given };
  if (
    channel.kind === 'thread' &&
    (channel.parent === null || state.channels.get(channel.parent) === undefined)
  ) {
    throw new ControlError(`The thread ${given.id} needs the id of its channel as parent.`);
  }
  state.channels.put(channel.id, channel);
  if (channel.kind === 'thread') {
    const old = state.threads.get(channel.id);
    state.threads.put(channel.id, {
      owner: channel.createdBy ?? state.bot().id,
      autoArchiveMinutes: 4320,
      members: [],
      appliedTags: [],
      ...old,
      locked: given.isArchived ?? old?.locked ?? false,
      archivedAt: base.clock(),
    });
  }
  base.changed('discord', { kind: 'channel', channel: channel.id });
  if (channel.kind === 'dm') return;
  const noun = channel.kind === 'thread' ? 'THREAD' : 'CHANNEL';
  const isGone = channel.isArchived && channel.kind !== 'thread';
  const verb = isGone
    ? 'DELETE'
    : before === undefined || (before.isArchived && channel.kind !== 'thread')
      ? 'CREATE'
      : 'UPDATE';
  // Not gated by what the bot may see: it is told of every channel of its server, and of losing one.
  gateway.dispatch(`${noun}_${verb}`, null, wireChannel(state, channel));
}
