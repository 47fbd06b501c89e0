import type { Channel, StoredMessage } from '../../world.ts';
import type { Discord } from '../discord.ts';
import { findChannel } from '../find-channel.ts';
import { addReaction, clearReactions, removeReaction } from '../messages/reactions.ts';
import { refusal } from '../refusal.ts';
import { noContent, param, type RestRequest, type RestRoute } from './rest-route.ts';
import { storedMessage } from './visible-messages.ts';

const base = '/channels/:channel/messages/:message/reactions';

/** The bot's own reactions, and taking away those of others. */
export const reactionWrites: RestRoute[] = [
  {
    method: 'PUT',
    path: `${base}/:emoji/@me`,
    handle(discord, request) {
      const { message, channel } = reacted(discord, request, 'READ_MESSAGE_HISTORY');
      const emoji = emojiOf(request);
      if (!message.reactions.some((reaction) => reaction.emoji === emoji)) {
        findChannel(discord, channel.id, 'ADD_REACTIONS');
      }
      addReaction(discord, message, emoji, discord.state.bot());
      return noContent;
    },
  },
  {
    method: 'DELETE',
    path: `${base}/:emoji/@me`,
    handle(discord, request) {
      removeReaction(discord, reacted(discord, request).message, emojiOf(request), discord.state.bot().id);
      return noContent;
    },
  },
  {
    method: 'DELETE',
    path: `${base}/:emoji/:user`,
    handle(discord, request) {
      const { message } = reacted(discord, request, 'MANAGE_MESSAGES');
      removeReaction(discord, message, emojiOf(request), param(request, 'user'));
      return noContent;
    },
  },
  {
    method: 'DELETE',
    path: `${base}/:emoji`,
    handle(discord, request) {
      clearReactions(discord, reacted(discord, request, 'MANAGE_MESSAGES').message, emojiOf(request));
      return noContent;
    },
  },
  {
    method: 'DELETE',
    path: base,
    handle(discord, request) {
      clearReactions(discord, reacted(discord, request, 'MANAGE_MESSAGES').message, null);
      return noContent;
    },
  },
];

function reacted(
  discord: Discord,
  request: RestRequest,
  ...needs: string[]
): { channel: Channel; message: StoredMessage } {
  const channel = findChannel(discord, param(request, 'channel'), ...needs);
  if (channel.kind === 'thread' && channel.isArchived) throw refusal(50_083);
  return { channel, message: storedMessage(discord, channel.id, param(request, 'message')) };
}

/** An emoji character, or `name:id`; a plain word is none. */
function emojiOf(request: RestRequest): string {
  const emoji = param(request, 'emoji');
  if (/^[\w\s]+$/.test(emoji) || emoji === '') throw refusal(10_014);
  return emoji;
}
