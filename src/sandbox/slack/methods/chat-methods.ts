import type { StoredMessage } from '../../world.ts';
import { findChannel, postableChannel, requireScope } from '../access.ts';
import { type Args, flag, json, need, text } from '../args.ts';
import { isObject } from '../checks/block-parts.ts';
import type { SlackContext } from '../context.ts';
import { deleteMessage } from '../delete-message.ts';
import { isReady } from '../files.ts';
import { freshWorkspace as fresh } from '../fresh-workspace.ts';
import { type MessageBody, readMessageBody, saysNothing } from '../message-body.ts';
import { invalidArguments, SlackError } from '../slack-error.ts';
import { contentFields, shortId, storeBotMessage } from '../store-message.ts';
import { wireMessage } from '../wire-message.ts';
import type { Methods } from './method.ts';

/** https://docs.slack.dev/reference/methods?family=chat */
export const chatMethods: Methods = {
  'chat.postMessage': {
    tier: 'post',
    token: 'bot',
    scopes: ['chat:write'],
    run(context, args) {
      const channel = postableChannel(context, need(args, 'channel'), threadTs(args) !== null);
      const body = readBody(context, args);
      if (saysNothing(body)) throw new SlackError('no_text');
      const customized = ['username', 'icon_url', 'icon_emoji'].filter((name) => text(args, name));
      if (customized.length > 0) requireScope(context, 'chat:write.customize');
      const stored = storeBotMessage(context, {
        channel,
        body,
        thread: threadTs(args),
        broadcast: flag(args, 'reply_broadcast'),
        extra: Object.fromEntries(customized.map((name) => [name, text(args, name)])),
      });
      return {
        channel: channel.id,
        ts: stored.id,
        message: wireMessage(context, stored, true),
        ...(body.warning === undefined ? {} : { warning: body.warning }),
      };
    },
  },
  'chat.update': {
    tier: 3,
    token: 'bot',
    scopes: ['chat:write'],
    run(context, args) {
      const channel = findChannel(context, need(args, 'channel'));
      const message = ownMessage(context, channel.id, need(args, 'ts'), 'cant_update_message');
      if (channel.isArchived) throw new SlackError('is_archived');
      const metadata = json(args, 'metadata', 'invalid_metadata_format');
      const { metadata: _, ...rest } = args;
      const body = readBody(context, isEmptyObject(metadata) ? rest : args);
      if (!body.hasText && body.blocks === undefined && body.attachments === undefined) {
        throw new SlackError('no_text');
      }
      const updated = edit(context, message, body, metadata);
      context.messages.put(updated);
      context.base.changed('slack', { kind: 'message', channel: channel.id, id: updated.id });
      return {
        channel: channel.id,
        ts: updated.id,
        text: body.text,
        message: wireMessage(context, updated, true),
      };
    },
  },
  'chat.delete': {
    tier: 3,
    token: 'bot',
    scopes: ['chat:write'],
    run(context, args) {
      const channel = findChannel(context, need(args, 'channel'));
      const message = ownMessage(context, channel.id, need(args, 'ts'), 'cant_delete_message');
      deleteMessage(context, message);
      return { channel: channel.id, ts: message.id };
    },
  },
  'chat.postEphemeral': {
    tier: 4,
    token: 'bot',
    scopes: ['chat:write'],
    run(context, args) {
      const channel = postableChannel(context, need(args, 'channel'), threadTs(args) !== null);
      if (!channel.botIsMember) throw new SlackError('not_in_channel');
      const person = need(args, 'user');
      if (context.workspace.person(person) === undefined || !context.workspace.isIn(channel, person)) {
        throw new SlackError('user_not_in_channel');
      }
      const body = readBody(context, args);
      if (saysNothing(body)) throw new SlackError('no_text');
      const thread = threadTs(args);
      const stored = storeBotMessage(context, { channel, body, thread, privateTo: person });
      return { message_ts: stored.id };
    },
  },
  'chat.getPermalink': {
    tier: 4,
    token: 'bot',
    scopes: [],
    run(context, args) {
      const channel = findChannel(context, need(args, 'channel'));
      const ts = need(args, 'message_ts');
      const message = context.messages.get(channel.id, ts);
      if (message === undefined) throw new SlackError('message_not_found');
      const thread = message.thread === null ? '' : `?thread_ts=${message.thread}&cid=${channel.id}`;
      const path = `/slack/archives/${channel.id}/p${ts.replace('.', '')}${thread}`;
      return { channel: channel.id, permalink: `${context.base.origin()}${path}` };
    },
  },
};

function readBody(context: SlackContext, args: Args): MessageBody {
  return readMessageBody(args, {
    hasFile: (id) => isReady(context, id),
    newId: shortId,
    limitsTotal: true,
  });
}

function threadTs(args: Args): string | null {
  const thread = text(args, 'thread_ts') ?? null;
  if (thread !== null && !/^\d+\.\d{6}$/.test(thread)) throw invalidArguments('invalid thread_ts');
  return thread;
}

function ownMessage(context: SlackContext, channel: string, ts: string, notOwn: string): StoredMessage {
  const message = context.messages.get(channel, ts);
  if (message === undefined) throw new SlackError('message_not_found');
  if (message.author !== fresh.bot.user) throw new SlackError(notOwn);
  return message;
}

function isEmptyObject(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

/**
 * Blocks that are not given stay only when no text is given either; attachments stay; metadata stays, and `{}` removes
 * it. “(edited)” is shown only after an update of text. https://docs.slack.dev/reference/methods/chat.update
 */
function edit(
  context: SlackContext,
  message: StoredMessage,
  body: MessageBody,
  metadata: unknown,
): StoredMessage {
  const payload = { ...message.payload };
  if (body.hasText) delete payload.blocks;
  if (body.blocks !== undefined) delete payload.blocks;
  if (body.attachments !== undefined) delete payload.attachments;
  if (metadata !== undefined) delete payload.metadata;
  Object.assign(payload, contentFields(body));
  if (!body.hasText && body.blocks === undefined) payload.text = message.payload.text;
  const now = context.base.clock();
  if (body.blocks === undefined)
    payload.edited = { user: fresh.bot.user, ts: `${Math.floor(now / 1000)}.000000` };
  return { ...message, payload, editedAt: now, unfurls: body.unfurls };
}
