import { isObject } from './checks/block-parts.ts';
import { checkBlocks, countBlockText } from './checks/check-blocks.ts';
import { judgeMetadata } from './checks/check-metadata.ts';
import { countCharacters } from './checks/fields.ts';
import { slackLimits as limit } from './limits.ts';

/**
 * Everything Slack would refuse in these arguments of chat.postMessage, or would lose without a word (cut text, dropped
 * metadata); empty when the message arrives as it is. `body` holds objects, not their JSON text.
 */
export function checkSlackMessage(body: Record<string, unknown>): string[] {
  const problems: string[] = [];
  const { text, blocks, metadata, attachments, markdown_text: markdown } = body;
  if (isEmpty(text) && isEmpty(blocks) && isEmpty(attachments) && isEmpty(markdown)) problems.push('no_text');
  if (text !== undefined && typeof text !== 'string') problems.push('text must be a string');
  if (typeof text === 'string' && countCharacters(text) > limit.text) {
    problems.push(`text is cut at ${limit.text} characters`);
  }
  if (markdown !== undefined && (!isEmpty(text) || !isEmpty(blocks))) problems.push('markdown_text_conflict');
  if (typeof markdown === 'string' && countCharacters(markdown) > limit.markdown)
    problems.push('msg_too_long');
  if (blocks !== undefined) {
    problems.push(...checkBlocks(blocks, 'message').map((problem) => `invalid_blocks: ${problem}`));
    const total = countBlockText(blocks);
    if (total > limit.blocksTotal) {
      problems.push(`msg_blocks_too_long: ${total} characters of at most ${limit.blocksTotal}`);
    }
  }
  if (Array.isArray(attachments)) {
    if (attachments.length > limit.attachments) problems.push('too_many_attachments');
    for (const [index, attachment] of attachments.entries()) {
      if (!isObject(attachment) || attachment.blocks === undefined) continue;
      const found = checkBlocks(attachment.blocks, 'message', `/attachments/${index}/blocks`);
      problems.push(...found.map((problem) => `invalid_attachments: ${problem}`));
    }
  }
  if (metadata !== undefined) {
    const verdict = judgeMetadata(metadata);
    if ('refused' in verdict) problems.push(verdict.refused);
    if ('dropped' in verdict) problems.push(verdict.dropped);
  }
  return problems;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}
