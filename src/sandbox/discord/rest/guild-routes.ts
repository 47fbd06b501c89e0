import { CreatePrivateChannelRequestSchema } from 'discord-api-spec/zod';
import type { Channel } from '../../world.ts';
import { schemaFaults } from '../checks/schema-faults.ts';
import type { Discord } from '../discord.ts';
import { findChannel } from '../find-channel.ts';
import { rolePermissions } from '../permissions.ts';
import { refusal } from '../refusal.ts';
import { wireChannel } from '../wire/wire-channel.ts';
import { botIsInvited, wireGuild, wireRoles } from '../wire/wire-guild.ts';
import { wireMember, wireUser } from '../wire/wire-user.ts';
import { assertForm } from './assert-message.ts';
import { numberOf, objectBody, ok, param, type RestRequest, type RestRoute } from './rest-route.ts';

/** The server, its channels, people and roles; opening a direct message. */
export const guildRoutes: RestRoute[] = [
  {
    method: 'GET',
    path: '/guilds/:guild',
    handle(discord, request) {
      assertGuild(discord, request);
      return ok({ ...wireGuild(discord.state), approximate_member_count: discord.state.people.all().length });
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    handle(discord, request) {
      assertGuild(discord, request);
      const channels = discord.state.channels
        .all()
        .filter((c) => c.kind !== 'thread' && c.kind !== 'dm' && !c.isArchived);
      return ok(channels.map((channel) => wireChannel(discord.state, channel)));
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles',
    handle(discord, request) {
      assertGuild(discord, request);
      return ok(wireRoles(discord.state));
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles/:role',
    handle(discord, request) {
      assertGuild(discord, request);
      const role = wireRoles(discord.state).find(({ id }) => id === param(request, 'role'));
      if (role === undefined) throw refusal(10_011);
      return ok(role);
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members',
    handle(discord, request) {
      assertGuild(discord, request);
      // Listing the members needs the intent to be switched on in the developer portal.
      if (!discord.state.scopes().includes('GUILD_MEMBERS')) throw refusal(50_001);
      const limit = numberOf(request, 'limit', 1, 1000);
      return ok(discord.state.people.all().slice(0, limit).map(wireMember));
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    handle(discord, request) {
      assertGuild(discord, request);
      const person = discord.state.people.get(param(request, 'user'));
      if (person === undefined) throw refusal(10_007);
      return ok(wireMember(person));
    },
  },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    handle({ state }) {
      if (!botIsInvited(state)) return ok([]);
      const { id, name } = state.guild();
      const permissions = rolePermissions(state.scopes()).toString();
      return ok([
        { id, name, icon: null, banner: null, owner: false, permissions, features: ['COMMUNITY', 'NEWS'] },
      ]);
    },
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    handle(discord, request) {
      const body = objectBody(request);
      assertForm(schemaFaults(CreatePrivateChannelRequestSchema, body));
      const person = discord.state.people.get(String(body.recipient_id));
      if (person === undefined) throw refusal(10_013);
      if (person.isBot) throw refusal(50_007);
      return ok(wireChannel(discord.state, directMessages(discord, person.id)));
    },
  },
  {
    method: 'GET',
    path: '/users/:user',
    handle({ state }, request) {
      const id = param(request, 'user');
      const person = id === '@me' ? state.bot() : state.people.get(id);
      if (person === undefined) throw refusal(10_013);
      const own = { verified: true, mfa_enabled: true, locale: 'en-US', email: null };
      return ok({ ...wireUser(person), ...(id === '@me' ? own : {}) });
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel',
    handle(discord, request) {
      return ok(wireChannel(discord.state, findChannel(discord, param(request, 'channel'))));
    },
  },
];

function assertGuild({ state }: Discord, request: RestRequest): void {
  if (param(request, 'guild') !== state.guild().id) throw refusal(10_004);
  if (!botIsInvited(state)) throw refusal(50_001);
}

/** The conversation of the bot with a person, made when there is none. */
function directMessages({ state, base, snowflakes }: Discord, person: string): Channel {
  const found = state.channels.all().find((channel) => channel.kind === 'dm' && channel.createdBy === person);
  if (found !== undefined) return found;
  const name = state.people.get(person)?.name ?? person;
  const channel: Channel = {
    id: snowflakes.next(),
    name,
    kind: 'dm',
    parent: null,
    botIsMember: true,
    isArchived: false,
    denied: [],
    createdBy: person,
  };
  state.channels.put(channel.id, channel);
  base.changed('discord', { kind: 'channel', channel: channel.id });
  return channel;
}
