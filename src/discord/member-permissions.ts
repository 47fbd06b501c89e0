import {
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  PermissionFlagsBits,
} from 'discord-api-types/v10';

/** What decides on a member's rights in a channel. */
export interface PermissionSources {
  guild: string;
  user: string;
  roles: readonly Pick<APIRole, 'id' | 'permissions'>[];
  member: Pick<APIGuildMember, 'roles'>;
  overwrites: readonly Pick<APIOverwrite, 'id' | 'allow' | 'deny'>[];
}

/**
 * What a member may do in a channel: the roles' permissions together, then the channel's overwrites for everyone,
 * for the member's roles together, and for the member.
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function memberPermissions({ guild, user, roles, member, overwrites }: PermissionSources): bigint {
  const held = new Set([guild, ...member.roles]);
  const base = sum(roles.filter(({ id }) => held.has(id)).map(({ permissions }) => permissions));
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const layers = [
    overwrites.filter(({ id }) => id === guild),
    overwrites.filter(({ id }) => id !== guild && member.roles.includes(id)),
    overwrites.filter(({ id }) => id === user),
  ];
  const granted = layers.reduce(
    (rights, layer) => (rights & ~sum(layer.map(({ deny }) => deny))) | sum(layer.map(({ allow }) => allow)),
    base,
  );
  // Whoever may not see a channel may do nothing in it.
  return (granted & PermissionFlagsBits.ViewChannel) === 0n ? 0n : granted;
}

function sum(bits: readonly string[]): bigint {
  return bits.reduce((all, bit) => all | BigInt(bit), 0n);
}
