import type { RenderContext } from '../platform/render-context.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import { renderInlineMarkdown } from './render-inline-markdown.ts';

const MAX_DEPTH = 10;
const ITEM = /^( *)([-*]|\d{1,9}\.) +(?=\S)(.*)$/;

interface Item {
  depth: number;
  /** The number of an ordered item, else null. */
  number: number | null;
  text: string;
}

/** The list that starts at line `at`, with what is indented below its items, and the last line it took; null when none starts there. */
export function renderList(
  lines: readonly string[],
  at: number,
  context: RenderContext,
): { tree: TreeElement; last: number } | null {
  const items: Item[] = [];
  for (const line of lines.slice(at)) {
    const found = ITEM.exec(line);
    if (!found) break;
    const marker = found[2] ?? '';
    const number = marker.endsWith('.') ? Number.parseInt(marker, 10) : null;
    items.push({
      depth: Math.min(MAX_DEPTH, Math.floor((found[1] ?? '').length / 2)),
      number,
      text: found[3] ?? '',
    });
  }
  if (items.length === 0) return null;
  return { tree: nest(items, context), last: at + items.length - 1 };
}

function nest(items: readonly Item[], context: RenderContext): TreeElement {
  const [first] = items;
  const children: TreeElement[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at];
    let end = at + 1;
    while (end < items.length && (items[end]?.depth ?? 0) > (first?.depth ?? 0)) end += 1;
    const below = items.slice(at + 1, end);
    children.push(
      h('li', {}, renderInlineMarkdown(item?.text ?? '', context), below.length > 0 && nest(below, context)),
    );
    at = end;
  }
  const start = first?.number ?? null;
  return start === null ? h('ul.md-list', {}, children) : h('ol.md-list', { start: String(start) }, children);
}
