import type { Channel, StoredMessage } from '../world.ts';
import type { Json } from './checks/block-parts.ts';
import type { SlackContext } from './context.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';
import type { MessageBody } from './message-body.ts';
import { newId } from './new-id.ts';

export interface NewMessage {
  channel: Channel;
  body: MessageBody;
  /** ts of the thread's parent. */
  thread?: string | null;
  broadcast?: boolean;
  /** Private (ephemeral) to this person. */
  privateTo?: string | null;
  invokedAs?: string | null;
  /** Further fields of the message (`files`, `username`, …). */
  extra?: Json;
}

/** Stores a message of the bot and tells the page. A message in a thread that is gone lands in the channel. */
export function storeBotMessage(context: SlackContext, message: NewMessage): StoredMessage {
  const { channel, body, privateTo = null } = message;
  const { messages, base } = context;
  const thread = threadOf(context, channel.id, message.thread ?? null);
  const stored: StoredMessage = {
    id: messages.nextTs(),
    channel: channel.id,
    thread,
    author: fresh.bot.user,
    payload: { ...botFields(context), ...contentFields(body), ...message.extra },
    createdAt: base.clock(),
    editedAt: null,
    reactions: [],
    privateTo,
    invokedAs: message.invokedAs ?? null,
    unfurls: body.unfurls,
  };
  if (thread !== null && message.broadcast === true) stored.payload.subtype = 'thread_broadcast';
  if (privateTo === null) messages.put(stored);
  else {
    stored.payload.is_ephemeral = true;
    messages.putPrivate(stored);
  }
  base.changed('slack', { kind: 'message', channel: channel.id, id: stored.id });
  return stored;
}

/** What the body of a message contributes to its payload. */
export function contentFields(body: MessageBody): Json {
  const fields: Json = { text: body.text };
  if (body.blocks !== undefined && body.blocks.length > 0) fields.blocks = body.blocks;
  if (body.attachments !== undefined && body.attachments.length > 0) fields.attachments = body.attachments;
  if (body.metadata !== undefined) fields.metadata = body.metadata;
  return fields;
}

function botFields({ workspace }: SlackContext): Json {
  const team = workspace.team().id;
  return {
    type: 'message',
    user: fresh.bot.user,
    bot_id: fresh.bot.app,
    app_id: fresh.appId,
    team,
    bot_profile: {
      id: fresh.bot.app,
      app_id: fresh.appId,
      name: fresh.bot.name,
      icons: {},
      deleted: false,
      updated: 0,
      team_id: team,
    },
  };
}

/**
 * The parent a reply belongs to: of a reply to a reply, its parent. Slack does not refuse a reply to a message that is
 * gone; it silently posts it to the channel (slack-go/slack#1571), and the answer then lacks `thread_ts`.
 */
function threadOf({ messages }: SlackContext, channel: string, thread: string | null): string | null {
  if (thread === null) return null;
  const parent = messages.get(channel, thread);
  if (parent === undefined) return null;
  return parent.thread ?? parent.id;
}

/** Short ids as Slack gives them to blocks and elements. */
export function shortId(): string {
  return newId('').slice(0, 5);
}
