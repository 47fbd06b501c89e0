import type { Tree } from './tree.ts';

/** The words of a tree without its markup, for labels and previews. */
export function treeToText(trees: readonly Tree[]): string {
  let text = '';
  for (const tree of trees) text += typeof tree === 'string' ? tree : treeToText(tree.children);
  return text;
}
