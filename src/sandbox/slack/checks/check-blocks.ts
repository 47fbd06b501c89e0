import { slackLimits as limit } from '../limits.ts';
import { isObject, type Json, objectsIn } from './block-parts.ts';
import { type Surface, surfaceBlocks } from './blocks.ts';
import { countCharacters } from './fields.ts';
import { schemaProblems } from './schema-problems.ts';

/**
 * What Slack would say against these blocks (the `errors` of `invalid_blocks`); empty when it takes them.
 * `root` is the pointer of the list: `/blocks`, `/view/blocks`.
 */
export function checkBlocks(blocks: unknown, surface: Surface, root = '/blocks'): string[] {
  const problems = schemaProblems(surfaceBlocks[surface], blocks, root);
  if (!Array.isArray(blocks)) return problems;
  problems.push(...repeatedIds(blocks, root));
  if (surface !== 'message') return problems;
  const markdown = sum(blocks.filter((block) => isObject(block) && block.type === 'markdown'));
  if (markdown > limit.markdown) {
    problems.push(
      `markdown blocks must be less than ${limit.markdown + 1} characters in total [json-pointer:${root}]`,
    );
  }
  if (blocks.filter((block) => isObject(block) && block.type === 'table').length > 1) {
    problems.push(`only_one_table_allowed [json-pointer:${root}]`);
  }
  for (const [index, block] of blocks.entries()) {
    if (isObject(block) && block.type === 'data_table' && sum([block]) > limit.dataTableCharacters) {
      problems.push(
        `must be less than ${limit.dataTableCharacters + 1} characters [json-pointer:${root}/${index}/rows]`,
      );
    }
  }
  return problems;
}

/** Characters of all text in these blocks, as far as users could measure what `msg_blocks_too_long` counts. */
export function countBlockText(blocks: unknown): number {
  return sum(Array.isArray(blocks) ? blocks : []);
}

function sum(blocks: unknown[]): number {
  let total = 0;
  for (const part of objectsIn(blocks)) {
    if (typeof part.text === 'string') total += countCharacters(part.text);
    if (part.type === 'link' && typeof part.url === 'string' && part.text === undefined) {
      total += countCharacters(part.url);
    }
  }
  return total;
}

/** A block_id is unique in its message or view, an action_id in its block. */
function repeatedIds(blocks: unknown[], root: string): string[] {
  const problems: string[] = [];
  const blockIds = new Set<unknown>();
  for (const [index, block] of blocks.entries()) {
    if (!isObject(block)) continue;
    if (block.block_id !== undefined && blockIds.has(block.block_id)) {
      problems.push(`block_id already exists: ${String(block.block_id)} [json-pointer:${root}/${index}]`);
    }
    blockIds.add(block.block_id);
    problems.push(...repeatedActionIds(block, `${root}/${index}`));
  }
  return problems;
}

function repeatedActionIds(block: Json, at: string): string[] {
  const seen = new Set<unknown>();
  const problems: string[] = [];
  for (const element of Array.isArray(block.elements) ? block.elements : []) {
    if (!isObject(element) || element.action_id === undefined) continue;
    if (seen.has(element.action_id)) {
      problems.push(`action_id already exists: ${String(element.action_id)} [json-pointer:${at}]`);
    }
    seen.add(element.action_id);
  }
  return problems;
}
