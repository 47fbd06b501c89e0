import { slackLimits as limit } from '../limits.ts';
import { isObject } from './block-parts.ts';

/** `refused`: the method answers with this error. `dropped`: the message is stored, silently without its metadata. */
export type MetadataVerdict = { ok: true } | { refused: string } | { dropped: string };

/**
 * Slack drops metadata whose `event_type` it does not like without a word (slackapi/bolt-python#863), and refuses only
 * what is malformed. https://docs.slack.dev/messaging/message-metadata
 */
export function judgeMetadata(metadata: unknown): MetadataVerdict {
  if (!isObject(metadata)) return { refused: 'invalid_metadata_format' };
  const { event_type: type, event_payload: payload } = metadata;
  if (typeof type !== 'string' || !isObject(payload)) return { refused: 'invalid_metadata_schema' };
  if (JSON.stringify(metadata).length > limit.metadata) return { refused: 'metadata_too_large' };
  if (!/^[a-z0-9_]+$/.test(type)) {
    return { dropped: `metadata.event_type “${type}” holds more than a–z, 0–9 and _` };
  }
  if (type.length > limit.metadataEventType) {
    return { dropped: `metadata.event_type is longer than ${limit.metadataEventType} characters` };
  }
  return { ok: true };
}
