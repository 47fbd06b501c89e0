import { GatewayIntentBits } from 'discord-api-types/v10';

const allIntents = Object.values(GatewayIntentBits).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
);

/** Intents that must be switched on in the developer portal, by the name they have in `scopes`. */
const privilegedIntents: Readonly<Record<string, number>> = {
  GUILD_MEMBERS: GatewayIntentBits.GuildMembers,
  GUILD_PRESENCES: GatewayIntentBits.GuildPresences,
  MESSAGE_CONTENT: GatewayIntentBits.MessageContent,
};

/** Event → the intent that asks for it, in a server and in direct messages. Events not listed come to everybody. */
const wanted: Readonly<Record<string, readonly [guild: number, dm: number]>> = {
  GUILD_CREATE: [GatewayIntentBits.Guilds, 0],
  GUILD_UPDATE: [GatewayIntentBits.Guilds, 0],
  GUILD_DELETE: [GatewayIntentBits.Guilds, 0],
  GUILD_ROLE_UPDATE: [GatewayIntentBits.Guilds, 0],
  CHANNEL_CREATE: [GatewayIntentBits.Guilds, 0],
  CHANNEL_UPDATE: [GatewayIntentBits.Guilds, 0],
  CHANNEL_DELETE: [GatewayIntentBits.Guilds, 0],
  THREAD_CREATE: [GatewayIntentBits.Guilds, 0],
  THREAD_UPDATE: [GatewayIntentBits.Guilds, 0],
  THREAD_DELETE: [GatewayIntentBits.Guilds, 0],
  MESSAGE_CREATE: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  MESSAGE_UPDATE: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  MESSAGE_DELETE: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  MESSAGE_REACTION_ADD: [GatewayIntentBits.GuildMessageReactions, GatewayIntentBits.DirectMessageReactions],
  MESSAGE_REACTION_REMOVE: [
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.DirectMessageReactions,
  ],
  MESSAGE_REACTION_REMOVE_ALL: [
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.DirectMessageReactions,
  ],
  MESSAGE_REACTION_REMOVE_EMOJI: [
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.DirectMessageReactions,
  ],
};

/** Whether a session with these intents gets the event. @see https://docs.discord.com/developers/events/gateway#gateway-intents */
export function wants(intents: number, event: string, isDirect: boolean): boolean {
  const asked = wanted[event];
  return asked === undefined || (intents & asked[isDirect ? 1 : 0]) !== 0;
}

export function areKnownIntents(intents: unknown): intents is number {
  return typeof intents === 'number' && Number.isInteger(intents) && (intents & ~allIntents) === 0;
}

/** Privileged intents that were asked for but are not switched on. */
export function disallowedIntents(intents: number, scopes: readonly string[]): string[] {
  return Object.entries(privilegedIntents)
    .filter(([name, bit]) => (intents & bit) !== 0 && !scopes.includes(name))
    .map(([name]) => name);
}

export function hasMessageContent(intents: number): boolean {
  return (intents & GatewayIntentBits.MessageContent) !== 0;
}
