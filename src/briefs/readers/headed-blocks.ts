import { widthOf } from './text-width.ts';

/** Lines between two blank ones, from a headline on. */
interface Block {
  from: number;
  lines: string[];
}

/** `[Headline](address) (Port Gazette)`, with nothing else on the line. */
const linkHead = /^\[([^\][\n]{8,300})\]\((https?:[^)\s]+)\)(.{0,60})$/u;
/** `(Port Gazette)` behind a link: where it leads. */
const inBrackets = /^\s*[(（]([^()（）:]{2,40})[)）]\s*$/u;
/** `[유통] Headline`: what it is about, before it. */
const labelHead = /^[[【]([^\]】\n]{1,12})[\]】]\s*(\p{L}.{5,140}|["'“‘「『].{5,140})$/u;
const address = /^<?(https?:\/\/[^\s>]+)>?$/u;
/** `Thu, 12 Mar 2026 08:00:00 GMT`: when a feed says that it told something. */
const moment = /^(?:\p{L}{2,9},? )?\d{1,4}[ .\-/]+\S{1,9}[ .\-/]+\d{1,4}[ T,].{0,30}\d{1,2}:\d{2}.{0,20}$/u;

const least = 3;
const leastWidth = 16;

/**
 * Lines of a document that is news in blocks, with a mark before each headline that an entry of a list has: a link
 * over what it tells, a headline with its address in a line below, or one behind what it is about. Other documents,
 * of which such blocks are not most, stay as they are.
 */
export function markedBlocks(lines: readonly string[]): string[] {
  const blocks = blocksOf(lines);
  const told = blocks.filter((block, at) => at > 0 && entryOf(block) !== null);
  if (told.length < least || told.length * 3 < (blocks.length - 1) * 2) return [...lines];
  const marked = [...lines];
  for (const block of told) {
    const entry = entryOf(block) ?? [];
    for (const at of block.lines.keys()) marked[block.from + at] = '';
    marked[block.from] = entry.join('\n');
  }
  return marked.join('\n').split('\n');
}

/** A block as an entry; null where it is of another kind. */
function entryOf({ lines }: Block): string[] | null {
  const [head = '', ...below] = lines;
  const linked = linkHead.exec(head);
  if (linked && widthOf(linked[1] ?? '') >= leastWidth) {
    const outlet = inBrackets.exec(linked[3] ?? '')?.[1];
    const link = `[${linked[1]}](${linked[2]})`;
    return [
      outlet === undefined ? `- ${head}` : `- ${link}`,
      ...told(below),
      ...(outlet === undefined ? [] : [`(source: ${outlet})`]),
    ];
  }
  const labelled = labelHead.exec(head);
  if (labelled) return [`### ${labelled[1]}`, `- **${labelled[2]}**`, ...below];
  const own = below.map((line) => address.exec(line)?.[1]).find((found) => found !== undefined);
  const isHeadline =
    /^[\p{L}\p{N}"'“‘「『$€]/u.test(head) && widthOf(head) >= leastWidth && head.length <= 160;
  if (own === undefined || !isHeadline || /[.。!,;:]$|\]\(|https?:/u.test(head)) return null;
  return [`- [${head.replace(/[[\]]/gu, '')}](${own})`, ...told(below)];
}

function told(lines: readonly string[]): string[] {
  return lines.filter((line) => !address.test(line) && !moment.test(line));
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const [from, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === '') open = null;
    else if (open && !linkHead.test(line) && !labelHead.test(line)) open.lines.push(line);
    else {
      open = { from, lines: [line] };
      blocks.push(open);
    }
  }
  return blocks;
}
