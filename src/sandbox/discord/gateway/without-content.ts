import type { DiscordState } from '../discord-state.ts';
import { isJson, type Json, objectsOf } from '../json.ts';
import { hasMessageContent } from './intents.ts';

/**
 * Without the message content intent, messages of others come without what they say, except in direct messages
 * and where the bot is mentioned. @see https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function withoutContent(state: DiscordState, intents: number, event: string, data: Json): Json {
  if (event !== 'MESSAGE_CREATE' && event !== 'MESSAGE_UPDATE') return data;
  const bot = state.bot().id;
  const isOwn = isJson(data.author) && data.author.id === bot;
  const isMention = objectsOf(data.mentions).some((user) => user.id === bot);
  if (hasMessageContent(intents) || isOwn || isMention || data.guild_id === undefined) return data;
  return { ...data, content: '', embeds: [], attachments: [], components: [] };
}
