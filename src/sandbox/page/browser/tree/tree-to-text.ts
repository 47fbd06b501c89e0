import type { Tree } from './tree.ts';

const INLINE = new Set(['a', 'b', 'code', 'em', 'i', 's', 'span', 'strong', 'time', 'u']);

/** The words of a tree without its markup, one space between what stands in lines of its own. */
export function treeToText(trees: readonly Tree[]): string {
  return wordsOf(trees).replace(/\s+/g, ' ').trim();
}

function wordsOf(trees: readonly Tree[]): string {
  let text = '';
  for (const tree of trees) {
    if (typeof tree === 'string') text += tree;
    else text += INLINE.has(tree.tag) ? wordsOf(tree.children) : ` ${wordsOf(tree.children)} `;
  }
  return text;
}
