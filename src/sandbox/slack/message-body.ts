import { type Args, flag, json, text } from './args.ts';
import { isObject, type Json, objectsIn } from './checks/block-parts.ts';
import { checkBlocks, countBlockText } from './checks/check-blocks.ts';
import { judgeMetadata } from './checks/check-metadata.ts';
import { countCharacters } from './checks/fields.ts';
import { slackLimits as limit } from './limits.ts';
import { invalidBlocks, SlackError } from './slack-error.ts';

/** What a message says, checked: as Slack keeps it. Absent fields were not given. */
export interface MessageBody {
  text: string;
  hasText: boolean;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
  /** Links that would unfurl in the real Slack. */
  unfurls: string[];
  warning?: string;
}

export interface BodyRules {
  /** Whether a file with this id was uploaded, for image blocks. */
  hasFile(id: string): boolean;
  newId(): string;
  /** Only chat.postMessage and chat.update know `msg_blocks_too_long` (slackapi/bolt-js#2867). */
  limitsTotal: boolean;
}

/** Reads and checks the content of a message. Throws the SlackError the method would answer with. */
export function readMessageBody(args: Args, rules: BodyRules): MessageBody {
  const blocks = json(args, 'blocks', 'invalid_blocks_format');
  const attachments = json(args, 'attachments', 'invalid_attachments');
  const metadata = json(args, 'metadata', 'invalid_metadata_format');
  const markdown = text(args, 'markdown_text');
  let own = text(args, 'text') ?? '';
  const hasText = own !== '';
  if (markdown !== undefined) {
    if (hasText || blocks !== undefined) throw new SlackError('markdown_text_conflict');
    if (countCharacters(markdown) > limit.markdown) throw new SlackError('msg_too_long');
    own = markdown;
  }
  const body: MessageBody = { text: own, hasText: own !== '', unfurls: [] };
  if (countCharacters(own) > limit.text) {
    body.text = [...own].slice(0, limit.text).join('');
    body.warning = 'message_truncated';
  }
  if (blocks !== undefined) body.blocks = readBlocks(blocks, rules);
  if (attachments !== undefined) body.attachments = readAttachments(attachments, rules);
  if (metadata !== undefined) {
    const verdict = judgeMetadata(metadata);
    if ('refused' in verdict) throw new SlackError(verdict.refused);
    if ('ok' in verdict) body.metadata = metadata as Json;
  }
  body.unfurls = unfurlsOf(body, flag(args, 'unfurl_links', true), flag(args, 'unfurl_media', true));
  return body;
}

/** Whether there is anything to show at all. */
export function saysNothing(body: MessageBody): boolean {
  return body.text === '' && (body.blocks?.length ?? 0) === 0 && (body.attachments?.length ?? 0) === 0;
}

function readBlocks(blocks: unknown, rules: BodyRules): Json[] {
  if (!Array.isArray(blocks)) throw new SlackError('invalid_blocks_format');
  const problems = checkBlocks(blocks, 'message');
  for (const part of objectsIn(blocks)) {
    const file = isObject(part.slack_file) ? part.slack_file.id : undefined;
    if (typeof file === 'string' && !rules.hasFile(file)) problems.push(`invalid slack file: ${file}`);
  }
  if (problems.length > 0) throw invalidBlocks(problems);
  if (rules.limitsTotal && countBlockText(blocks) > limit.blocksTotal) {
    throw new SlackError('msg_blocks_too_long');
  }
  return fillBlocks(blocks as Json[], rules.newId);
}

function readAttachments(attachments: unknown, rules: BodyRules): Json[] {
  if (!Array.isArray(attachments)) throw new SlackError('invalid_attachments');
  if (attachments.length > limit.attachments) throw new SlackError('too_many_attachments');
  return attachments.map((attachment: unknown, index) => {
    if (!isObject(attachment)) throw new SlackError('invalid_attachments');
    const filled = { id: index + 1, ...attachment };
    if (attachment.blocks === undefined) return filled;
    const problems = checkBlocks(attachment.blocks, 'message', `/attachments/${index}/blocks`);
    if (problems.length > 0) throw invalidBlocks(problems, 'invalid_attachments');
    return { ...filled, blocks: fillBlocks(attachment.blocks as Json[], rules.newId) };
  });
}

/** Adds what Slack adds on storing: ids of blocks and elements, the defaults of text objects. */
export function fillBlocks(blocks: Json[], newId: () => string): Json[] {
  const filled = structuredClone(blocks);
  for (const block of filled) block.block_id ??= newId();
  for (const part of objectsIn(filled)) {
    if (part.type === 'mrkdwn') part.verbatim ??= false;
    if (part.type === 'plain_text') part.emoji ??= true;
    if (typeof part.type === 'string' && interactive.test(part.type)) part.action_id ??= newId();
  }
  return filled;
}

const interactive =
  /^(button|overflow|checkboxes|radio_buttons|\w*picker|\w+_select|\w+_input|workflow_button|icon_button|feedback_buttons)$/;

/** Links in text and mrkdwn unfurl unless the flags say no; a link in rich text does too. */
function unfurlsOf(body: MessageBody, links: boolean, media: boolean): string[] {
  if (!links && !media) return [];
  const found = new Set<string>();
  const texts = body.blocks === undefined ? [body.text] : [];
  for (const part of objectsIn(body.blocks ?? [])) {
    if (part.type === 'mrkdwn' && typeof part.text === 'string') texts.push(part.text);
    if (part.type === 'link' && typeof part.url === 'string') found.add(part.url);
  }
  for (const written of texts) {
    for (const match of written.matchAll(/https?:\/\/[^\s|<>]+/g)) found.add(match[0]);
  }
  const isMedia = (url: string) => /\.(png|jpe?g|gif|webp|mp4|mp3)(\?|$)/i.test(url);
  return [...found].filter((url) => (isMedia(url) ? media : links));
}
