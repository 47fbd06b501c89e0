import type { StoredMessage } from '../world.ts';
import type { SlackContext } from './context.ts';

export interface ReactionChange {
  type: 'reaction_added' | 'reaction_removed';
  person: string;
  /** The name as it was chosen, aliases too, without colons. */
  emoji: string;
  message: StoredMessage;
}

/** Tells the app of a reaction; gives the event's id, or null when it is not told. */
export function tellReaction(context: SlackContext, change: ReactionChange): string | null {
  const { type, person, emoji, message } = change;
  const channel = context.workspace.channel(message.channel) ?? null;
  const event = {
    type,
    user: person,
    reaction: emoji,
    item: { type: 'message', channel: message.channel, ts: message.id },
    item_user: message.author,
    event_ts: context.messages.nextTs(),
  };
  return context.events.emit(type, event, channel);
}
