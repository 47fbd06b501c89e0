import type { Tree } from './tree.ts';

const VOID_TAGS = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** The tree as an HTML string, every text and attribute escaped. What a click would do (`on`) is left out. */
export function treeToHtml(tree: Tree): string {
  if (typeof tree === 'string') return escapeHtml(tree);
  let attributes = '';
  for (const [name, value] of Object.entries(tree.attributes))
    attributes += ` ${name}="${escapeHtml(value)}"`;
  const style = Object.entries(tree.style).map(([property, value]) => `${property}:${value}`);
  if (style.length > 0) attributes += ` style="${escapeHtml(style.join(';'))}"`;
  if (VOID_TAGS.has(tree.tag)) return `<${tree.tag}${attributes}>`;
  return `<${tree.tag}${attributes}>${tree.children.map(treeToHtml).join('')}</${tree.tag}>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
