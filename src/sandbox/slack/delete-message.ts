import type { StoredMessage } from '../world.ts';
import type { SlackContext } from './context.ts';
import { slackbot } from './fresh-workspace.ts';

/** Deletes a message as Slack does: a parent with replies leaves a tombstone, so that its thread stays. */
export function deleteMessage({ messages, base }: SlackContext, message: StoredMessage): void {
  if (messages.replies(message.channel, message.id).length > 0) {
    messages.put({
      ...message,
      author: slackbot,
      payload: {
        type: 'message',
        subtype: 'tombstone',
        user: slackbot,
        hidden: true,
        text: 'This message was deleted.',
      },
      reactions: [],
      unfurls: [],
    });
  } else {
    messages.remove(message.channel, message.id);
  }
  base.changed('slack', { kind: 'message', channel: message.channel, id: message.id });
}
