import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel, Person } from '../world.ts';

/** Permission names as the platform writes them (`SEND_MESSAGES`) → their bit. */
const bits: ReadonlyMap<string, bigint> = new Map(
  Object.entries(PermissionFlagsBits).map(([name, bit]) => [
    name
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
      .toUpperCase(),
    bit,
  ]),
);

const everything = [...bits.values()].reduce((all, bit) => all | bit, 0n);

/** What a bot needs to post digests, answer reactions and open threads. */
export const botPermissionNames = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'CREATE_PUBLIC_THREADS',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'ADD_REACTIONS',
] as const;

const memberPermissions = permissionBits([
  ...botPermissionNames,
  'USE_APPLICATION_COMMANDS',
  'CHANGE_NICKNAME',
  'USE_EXTERNAL_EMOJIS',
]);

/** The bits of these names; names that are no permission (OAuth2 scopes, intents) count nothing. */
export function permissionBits(names: readonly string[]): bigint {
  let sum = 0n;
  for (const name of names) sum |= bits.get(name) ?? 0n;
  return sum;
}

/** What a person may do everywhere in the server. */
export function personPermissions(person: Person): bigint {
  return person.isAdmin ? everything : memberPermissions;
}

/** What the bot's role grants it in the server, before a channel says otherwise. */
export function rolePermissions(scopes: readonly string[]): bigint {
  const granted = permissionBits(scopes);
  return (granted & PermissionFlagsBits.Administrator) !== 0n ? everything : granted;
}

/** What a channel's overwrite takes from the bot. */
export function deniedBits(channel: Channel): bigint {
  return permissionBits(channel.denied) | (channel.botIsMember ? 0n : PermissionFlagsBits.ViewChannel);
}

/**
 * What the bot may do in a channel. A thread inherits its parent's overwrites; in a direct message only what
 * that conversation itself denies counts. Whoever may not see a channel may do nothing in it.
 * @see https://docs.discord.com/developers/topics/permissions
 */
export function botPermissions(scopes: readonly string[], channel: Channel, parent: Channel | null): bigint {
  if (channel.kind === 'dm') return everything & ~permissionBits(channel.denied);
  const granted = rolePermissions(scopes);
  if ((granted & PermissionFlagsBits.Administrator) !== 0n) return everything;
  const own = granted & ~deniedBits(channel) & ~(parent === null ? 0n : deniedBits(parent));
  return (own & PermissionFlagsBits.ViewChannel) === 0n ? 0n : own;
}

/** Whether `granted` holds the permission of this name. */
export function may(granted: bigint, name: string): boolean {
  const bit = bits.get(name) ?? 0n;
  return bit !== 0n && (granted & bit) === bit;
}
