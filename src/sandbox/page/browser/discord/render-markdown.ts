import type { RenderContext } from '../platform/render-context.ts';
import { h, type Tree } from '../tree/tree.ts';
import { renderInlineMarkdown } from './render-inline-markdown.ts';
import { renderList } from './render-markdown-list.ts';

/**
 * Discord's Markdown: fenced code, headings, subtext, lists, quotes, then the inline marks.
 * @see https://support.discord.com/hc/en-us/articles/210298617-Markdown-Text-101
 */
export function renderMarkdown(text: string, context: RenderContext): Tree[] {
  const trees: Tree[] = [];
  // An escaped fence stays text.
  for (const [index, piece] of text.split(/(?<!\\)```((?:[^`]|`(?!``))+)```/).entries()) {
    if (index % 2 === 0) trees.push(...renderBlocks(piece, context));
    else
      trees.push(
        h('pre.discord-pre', {}, piece.replace(/^[a-z0-9_+.-]+\n(?=[\s\S]*\S)/i, '').replace(/^\n|\n$/g, '')),
      );
  }
  return trees;
}

/** `isQuoted`: inside a quote, where Discord reads no further quotes. */
function renderBlocks(text: string, context: RenderContext, isQuoted = false): Tree[] {
  const trees: Tree[] = [];
  const lines = text.split('\n');
  let plain: string[] = [];
  function endPlain(): void {
    // One line break beside a block is the block's own.
    if (plain.some((line) => line !== ''))
      trees.push(h('div.md-text', {}, renderInlineMarkdown(plain.join('\n'), context)));
    else if (plain.length > 1) trees.push(h('div.md-gap', {}));
    plain = [];
  }
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const block = readBlock(lines, at, context, isQuoted);
    if (block === null) plain.push(line);
    else {
      endPlain();
      trees.push(block.tree);
      at = block.last;
    }
  }
  endPlain();
  return trees;
}

interface Block {
  tree: Tree;
  /** The last line it took. */
  last: number;
}

function readBlock(
  lines: readonly string[],
  at: number,
  context: RenderContext,
  isQuoted: boolean,
): Block | null {
  const line = lines[at] ?? '';
  const heading = /^(#{1,3}) +(?=\S)(.+)$/.exec(line);
  if (heading) {
    const level = heading[1]?.length ?? 1;
    return {
      tree: h(`h${level + 2}.md-heading.md-h${level}`, {}, renderInlineMarkdown(heading[2] ?? '', context)),
      last: at,
    };
  }
  const subtext = /^-# +(?=\S)(.+)$/.exec(line);
  if (subtext)
    return { tree: h('small.md-subtext', {}, renderInlineMarkdown(subtext[1] ?? '', context)), last: at };
  if (isQuoted) return renderList(lines, at, context);
  const rest = /^>>> ?(.*)$/.exec(line);
  if (rest) {
    const inside = [rest[1] ?? '', ...lines.slice(at + 1)].join('\n');
    return {
      tree: h('blockquote.md-quote', {}, renderBlocks(inside, context, true)),
      last: lines.length - 1,
    };
  }
  if (/^> /.test(line)) return readQuote(lines, at, context);
  return renderList(lines, at, context);
}

function readQuote(lines: readonly string[], at: number, context: RenderContext): Block {
  let last = at;
  while (/^>( |$)/.test(lines[last + 1] ?? '')) last += 1;
  const inside = lines.slice(at, last + 1).map((line) => line.replace(/^> ?/, ''));
  return { tree: h('blockquote.md-quote', {}, renderBlocks(inside.join('\n'), context, true)), last };
}
