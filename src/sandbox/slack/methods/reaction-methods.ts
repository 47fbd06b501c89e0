import type { StoredMessage } from '../../world.ts';
import { type Args, need, text } from '../args.ts';
import type { SlackContext } from '../context.ts';
import { freshWorkspace as fresh } from '../fresh-workspace.ts';
import { withoutReaction, withReaction } from '../react.ts';
import { SlackError } from '../slack-error.ts';
import { tellReaction } from '../tell-reaction.ts';
import { wireMessage } from '../wire-message.ts';
import type { Method, Methods } from './method.ts';
import { pageOf } from './page-of.ts';

/** https://docs.slack.dev/reference/methods?family=reactions */
export const reactionMethods: Methods = {
  'reactions.get': {
    tier: 3,
    token: 'bot',
    scopes: ['reactions:read'],
    run(context, args) {
      const message = reactedMessage(context, args);
      const wire = wireMessage(context, message, false);
      return { type: 'message', channel: message.channel, message: { ...wire, permalink: '' } };
    },
  },
  'reactions.list': {
    tier: 2,
    token: 'bot',
    scopes: ['reactions:read'],
    run(context, args) {
      const person = text(args, 'user') ?? fresh.bot.user;
      const items = context.messages
        .all()
        .filter(({ privateTo, channel }) => privateTo === null && isIn(context, channel))
        .filter(({ reactions }) => reactions.some(({ people }) => people.includes(person)))
        .toReversed();
      const page = pageOf(items, args, { normal: 100, most: 1000 });
      return {
        items: page.items.map((message) => ({
          type: 'message',
          channel: message.channel,
          message: wireMessage(context, message, false),
        })),
        response_metadata: page.metadata,
      };
    },
  },
  'reactions.add': changing(withReaction, 'already_reacted', 'reaction_added'),
  'reactions.remove': changing(withoutReaction, 'no_reaction', 'reaction_removed'),
};

function changing(
  change: typeof withReaction,
  nothing: string,
  event: 'reaction_added' | 'reaction_removed',
): Method {
  return {
    tier: 3,
    token: 'bot',
    scopes: ['reactions:write'],
    run(context, args) {
      const message = reactedMessage(context, args);
      const emoji = need(args, 'name');
      const reactions = change(message, emoji, fresh.bot.user);
      if (reactions === null) throw new SlackError(nothing);
      context.messages.put({ ...message, reactions });
      context.base.changed('slack', { kind: 'reaction', channel: message.channel, id: message.id });
      tellReaction(context, { type: event, person: fresh.bot.user, emoji, message });
      return {};
    },
  };
}

function reactedMessage(context: SlackContext, args: Args): StoredMessage {
  const channel = context.workspace.channel(need(args, 'channel'));
  if (channel === undefined || !channel.botIsMember) throw new SlackError('channel_not_found');
  const message = context.messages.get(channel.id, need(args, 'timestamp'));
  if (message === undefined) throw new SlackError('message_not_found');
  return message;
}

function isIn({ workspace }: SlackContext, channel: string): boolean {
  return workspace.channel(channel)?.botIsMember === true;
}
