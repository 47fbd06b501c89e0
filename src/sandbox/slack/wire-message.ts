import type { StoredMessage } from '../world.ts';
import { isObject, type Json } from './checks/block-parts.ts';
import type { SlackContext } from './context.ts';
import { compareTs } from './messages.ts';

/**
 * A message as conversations.history gives it. Without `withMetadata` only the type of its metadata is given
 * (slackapi/python-slack-sdk#1501).
 */
export function wireMessage(context: SlackContext, message: StoredMessage, withMetadata: boolean): Json {
  const wire: Json = { ...message.payload, ts: message.id };
  if (!withMetadata && isObject(wire.metadata)) wire.metadata = { event_type: wire.metadata.event_type };
  if (message.reactions.length > 0) {
    wire.reactions = message.reactions.map(({ emoji, people }) => ({
      name: emoji,
      users: people,
      count: people.length,
    }));
  }
  if (message.thread !== null) {
    wire.thread_ts = message.thread;
    const parent = context.messages.get(message.channel, message.thread);
    wire.parent_user_id = parent?.author;
    return wire;
  }
  const replies = context.messages.replies(message.channel, message.id).filter(isVisible(context));
  if (replies.length === 0) return wire;
  const people = [...new Set(replies.map(({ author }) => author))];
  return {
    ...wire,
    thread_ts: message.id,
    reply_count: replies.length,
    reply_users_count: people.length,
    latest_reply: replies
      .map(({ id }) => id)
      .sort(compareTs)
      .at(-1),
    reply_users: people.slice(0, 5),
    is_locked: false,
    subscribed: false,
  };
}

/** Whether reading shows this message yet: history may lag behind posting. */
export function isVisible({ base }: SlackContext): (message: StoredMessage) => boolean {
  const before = base.clock() - base.faults.historyLagMs('slack');
  return (message) => message.createdAt <= before;
}
