import { postableChannel } from '../access.ts';
import { json, need, text } from '../args.ts';
import { isObject } from '../checks/block-parts.ts';
import type { SlackContext } from '../context.ts';
import type { StoredFile } from '../files.ts';
import { readMessageBody } from '../message-body.ts';
import { newId } from '../new-id.ts';
import { invalidArguments, SlackError } from '../slack-error.ts';
import { shortId, storeBotMessage } from '../store-message.ts';
import { wireFile } from '../wire-file.ts';
import type { Methods } from './method.ts';

/** Uploading in three steps. https://docs.slack.dev/messaging/working-with-files#upload */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    tier: 4,
    token: 'bot',
    scopes: ['files:write'],
    run(context, args) {
      const name = need(args, 'filename');
      const length = Number(need(args, 'length'));
      if (!Number.isInteger(length) || length < 1) throw invalidArguments('invalid length');
      const file: StoredFile = {
        id: newId('F'),
        name,
        title: name,
        length,
        altText: text(args, 'alt_txt') ?? null,
        mimetype: mimetypeOf(name),
        bytes: null,
        completedAt: null,
        channels: [],
        createdAt: context.base.clock(),
      };
      context.files.put(file);
      return { upload_url: `${context.base.origin()}/slack/upload/${file.id}`, file_id: file.id };
    },
  },
  'files.completeUploadExternal': {
    tier: 4,
    token: 'bot',
    scopes: ['files:write'],
    run(context, args) {
      const given = json(args, 'files', 'invalid_arguments');
      if (!Array.isArray(given) || given.length === 0)
        throw invalidArguments('missing required field: files');
      const target = text(args, 'channel_id') ?? text(args, 'channels');
      const channel = target === undefined ? null : postableChannel(context, target);
      const files = given.map((entry: unknown) => completed(context, entry, channel?.id ?? null));
      for (const file of files) context.files.put(file);
      const wires = files.map((file) => wireFile(context, file));
      if (channel !== null) {
        const comment = { text: text(args, 'initial_comment') ?? '', blocks: args.blocks };
        const rules = { hasFile: () => true, newId: shortId, limitsTotal: true };
        const thread = text(args, 'thread_ts') ?? null;
        const extra = { files: wires, upload: true, display_as_bot: false };
        storeBotMessage(context, { channel, body: readMessageBody(comment, rules), thread, extra });
      }
      return { files: wires };
    },
  },
  'files.info': {
    tier: 4,
    token: 'bot',
    scopes: ['files:read'],
    run: (context, args) => ({ file: wireFile(context, existing(context, need(args, 'file'))) }),
  },
  'files.delete': {
    tier: 3,
    token: 'bot',
    scopes: ['files:write'],
    run(context, args) {
      context.files.remove(existing(context, need(args, 'file')).id);
      return {};
    },
  },
};

function existing(context: SlackContext, id: string): StoredFile {
  const file = context.files.get(id);
  if (file === undefined) throw new SlackError('file_not_found');
  return file;
}

function completed(context: SlackContext, entry: unknown, channel: string | null): StoredFile {
  const id = isObject(entry) ? entry.id : undefined;
  const file = typeof id === 'string' ? context.files.get(id) : undefined;
  if (file === undefined || file.bytes === null) throw new SlackError('file_not_found');
  const title = isObject(entry) && typeof entry.title === 'string' ? entry.title : file.title;
  return { ...file, title, completedAt: context.base.clock(), channels: channel === null ? [] : [channel] };
}

const mimetypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  md: 'text/markdown',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
  pdf: 'application/pdf',
};

function mimetypeOf(name: string): string {
  return mimetypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
