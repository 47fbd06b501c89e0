import type { StoredMessage } from '../world.ts';
import { type Args, flag, text } from './args.ts';
import type { SlackContext } from './context.ts';
import { deleteMessage } from './delete-message.ts';
import { isReady } from './files.ts';
import type { ResponseTarget } from './interactions.ts';
import { readMessageBody, saysNothing } from './message-body.ts';
import { SlackError } from './slack-error.ts';
import { contentFields, shortId, storeBotMessage } from './store-message.ts';

/**
 * Carries out one answer to an interaction, by its response_url or in its acknowledgement: private unless
 * `response_type` says `in_channel`; `replace_original` and `delete_original` work on the message it came from.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export function respond(context: SlackContext, target: ResponseTarget, args: Args): void {
  const channel = context.workspace.channel(target.channel);
  if (channel === undefined) throw new SlackError('channel_not_found');
  if (channel.isArchived) throw new SlackError('is_archived');
  if (flag(args, 'delete_original')) {
    removeSource(context, target);
    return;
  }
  const body = readMessageBody(args, {
    hasFile: (id) => isReady(context, id),
    newId: shortId,
    limitsTotal: false,
  });
  if (saysNothing(body)) throw new SlackError('no_text');
  const source = sourceOf(context, target);
  if (flag(args, 'replace_original') && source !== undefined) {
    const payload = { ...source.payload };
    delete payload.blocks;
    delete payload.attachments;
    const replaced: StoredMessage = {
      ...source,
      payload: { ...payload, ...contentFields(body) },
      editedAt: context.base.clock(),
      unfurls: body.unfurls,
    };
    if (source.privateTo === null) context.messages.put(replaced);
    else context.messages.putPrivate(replaced);
    context.base.changed('slack', { kind: 'message', channel: channel.id, id: source.id });
    return;
  }
  const isPrivate = text(args, 'response_type') !== 'in_channel';
  const stored = storeBotMessage(context, {
    channel,
    body,
    thread: text(args, 'thread_ts') ?? null,
    privateTo: isPrivate ? target.person : null,
    invokedAs: target.invokedAs,
  });
  target.source ??= { ts: stored.id, isPrivate };
}

function sourceOf(
  { messages }: SlackContext,
  { channel, source }: ResponseTarget,
): StoredMessage | undefined {
  if (source === null) return undefined;
  return source.isPrivate ? messages.private(channel, source.ts) : messages.get(channel, source.ts);
}

function removeSource(context: SlackContext, target: ResponseTarget): void {
  const source = sourceOf(context, target);
  if (source === undefined) return;
  if (source.privateTo === null) {
    deleteMessage(context, source);
    return;
  }
  context.messages.removePrivate(({ id }) => id === source.id);
  context.base.changed('slack', { kind: 'message', channel: source.channel, id: source.id });
}
