import type { Channel, Person } from '../world.ts';
import { botPermissionNames } from './permissions.ts';

export const guildId = '100000000000000001';
export const botId = '100000000000000900';

/** The bot's token; nobody could take it for a real one. */
export const sandboxToken = 'sandbox.discord.not-a-real-token';

/** A Korean–English team as a person would find it after the bot was invited. */
export const freshGuild = { id: guildId, name: '증류소 Distillery', locale: 'ko' } as const;

/** `bot` and `applications.commands` are OAuth2 scopes, the rest permissions; a privileged intent would be listed too. */
export const freshScopes: readonly string[] = ['bot', 'applications.commands', ...botPermissionNames];

export const freshPeople: readonly Person[] = [
  { id: '100000000000000201', name: 'Minji', locale: 'ko', isBot: false, isAdmin: true },
  { id: '100000000000000202', name: 'Junho', locale: 'ko', isBot: false, isAdmin: false },
  { id: '100000000000000203', name: 'Alice', locale: 'en-US', isBot: false, isAdmin: false },
  { id: '100000000000000204', name: 'Tom', locale: 'en-GB', isBot: false, isAdmin: false },
  { id: botId, name: 'Sowhat', locale: 'en-US', isBot: true, isAdmin: false },
];

export const freshChannels: readonly Channel[] = [
  channel('100000000000000101', 'marketing-ko', 'channel'),
  channel('100000000000000102', 'marketing-en', 'channel'),
  channel('100000000000000103', 'ops', 'private'),
];

/** A channel in which the bot may do all that its role allows. */
export function channel(id: string, name: string, kind: Channel['kind']): Channel {
  const createdBy = freshPeople[0]?.id ?? null;
  return { id, name, kind, parent: null, botIsMember: true, isArchived: false, denied: [], createdBy };
}
