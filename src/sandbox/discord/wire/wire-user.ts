import type { Person } from '../../world.ts';
import { guildId } from '../fresh-world.ts';
import type { Json } from '../json.ts';
import { personPermissions } from '../permissions.ts';

export const botRole = '100000000000000801';
export const memberRole = '100000000000000802';
export const adminRole = '100000000000000803';
const joinedAt = '2025-01-02T00:00:00.000000+00:00';

/** A user object. @see https://docs.discord.com/developers/resources/user#user-object */
export function wireUser(person: Person): Json {
  return {
    id: person.id,
    username: username(person),
    global_name: person.isBot ? null : person.name,
    discriminator: person.isBot ? '0000' : '0',
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...(person.isBot ? { bot: true } : {}),
  };
}

/** Bots keep their name; people's user names are lower case and hold no spaces. */
function username(person: Person): string {
  if (person.isBot) return person.name;
  const plain = person.name.toLowerCase().replace(/[^a-z0-9._]/g, '');
  return plain.length >= 2 ? plain : `user${person.id.slice(-4)}`;
}

/** A guild member object, without `permissions`: those are only in interactions. */
export function wireMember(person: Person): Json {
  return {
    user: wireUser(person),
    nick: null,
    avatar: null,
    banner: null,
    avatar_decoration_data: null,
    collectibles: null,
    roles: [person.isBot ? botRole : person.isAdmin ? adminRole : memberRole],
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

/** The same with what the person may do in the channel, as interactions carry it. */
export function wireInvoker(person: Person): Json {
  return { ...wireMember(person), permissions: personPermissions(person).toString() };
}

/** Every server has a role with its own id, for everyone. */
export const everyoneRole = guildId;
