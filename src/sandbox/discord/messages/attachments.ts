import type { Discord } from '../discord.ts';
import { type Json, objectsOf } from '../json.ts';
import { refusal } from '../refusal.ts';
import type { MediaSource } from '../wire/wire-components.ts';

/** A file as it came in a multipart body: `files[0]`, or any other part. */
export interface UploadedFile {
  /** The number in `files[n]`, by which the body's `attachments` tell of it. */
  index: string;
  name: string;
  type: string;
  bytes: Buffer;
}

const maxFiles = 10;

/** Stores the files and gives the attachment objects: those of `kept` that the body lists, then the new ones. */
export function storeAttachments(
  discord: Discord,
  channel: string,
  body: Json,
  files: UploadedFile[],
  kept: Json[],
): Json[] {
  const told = objectsOf(body.attachments);
  const old = Array.isArray(body.attachments)
    ? kept.filter((attachment) => told.some((entry) => String(entry.id) === attachment.id))
    : kept;
  if (old.length + files.length > maxFiles) throw refusal(30_015);
  const added = files.map((file) => {
    const entry = told.find((other) => String(other.id) === file.index);
    const name = typeof entry?.filename === 'string' ? entry.filename : file.name;
    const id = discord.snowflakes.next();
    discord.state.files.put(id, { name, type: file.type, base64: file.bytes.toString('base64') });
    const url = `${discord.base.origin()}/discord/cdn/attachments/${channel}/${id}/${encodeURIComponent(name)}`;
    return {
      id,
      filename: name,
      size: file.bytes.length,
      url,
      proxy_url: url,
      content_type: file.type,
      ...(typeof entry?.description === 'string' ? { description: entry.description } : {}),
    };
  });
  return [...old, ...added];
}

/** Resolves `attachment://name` among a message's attachments; other addresses stay as they are. */
export function mediaSource(discord: Discord, attachments: Json[]): MediaSource {
  return {
    resolve(url) {
      const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : null;
      const found = attachments.find((attachment) => attachment.filename === name);
      const id = discord.snowflakes.next();
      if (found === undefined) return { url, id, contentType: null };
      return { url: String(found.url), id, contentType: String(found.content_type) };
    },
  };
}
