import { createHash } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { DeliveryError, DeliveryErrorCode } from '../delivery/delivery-error.ts';
import type { Platform } from '../delivery/platform.ts';
import type { Payload, Upload } from '../message/renderer.ts';
import { takeUploads } from '../message/uploads-of.ts';

const rememberedAtMost = 200;
/** What another try may mend; anything else, such as uploads that are switched off, costs the picture and not the message. */
const passing = new Set<DeliveryErrorCode>(['network', 'rate-limited', 'unknown-outcome']);

/**
 * Uploads the pictures of a payload without sharing them anywhere; the message's image block shows them. A picture
 * that was uploaded once is not uploaded again: Slack needs a moment before a file can be shown, and a second try
 * must find the first one's file.
 * @see https://docs.slack.dev/messaging/working-with-files#upload
 */
export function createUploads(
  client: WebClient,
  explain: (error: unknown, channel: string) => DeliveryError,
  log: Logger,
): Platform['prepare'] {
  const known = new Map<string, string>();

  async function fileOf(upload: Upload): Promise<string> {
    const key = createHash('sha256').update(upload.data).digest('hex');
    const before = known.get(key);
    if (before !== undefined) return before;
    const file = Buffer.from(upload.data, 'base64');
    const { files } = await client.filesUploadV2({ file, filename: upload.name, alt_text: upload.alt });
    const id = files[0]?.files?.[0]?.id;
    if (id === undefined) throw new Error('Slack named no file after the upload');
    const oldest = known.keys().next();
    if (known.size >= rememberedAtMost && !oldest.done) known.delete(oldest.value);
    known.set(key, id);
    return id;
  }

  return async (payload, channel) => {
    const { body, uploads } = takeUploads(payload);
    let ready: Payload = body;
    for (const upload of uploads) {
      try {
        ready = withFile(ready, upload.ref, await fileOf(upload));
      } catch (error) {
        const problem = explain(error, channel);
        if (passing.has(problem.code)) throw problem;
        log.warn({ advice: problem.message }, 'a message is posted without its picture');
        ready = withFile(ready, upload.ref, null);
      }
    }
    return ready;
  };
}

/** The payload with the file in the picture's place; null leaves the picture out. */
function withFile(payload: Payload, ref: string, file: string | null): Payload {
  const blocks = (payload.blocks as { type: string; slack_file?: { id: string } }[]).flatMap((block) => {
    if (block.slack_file?.id !== ref) return [block];
    return file === null ? [] : [{ ...block, slack_file: { id: file } }];
  });
  return { ...payload, blocks };
}
