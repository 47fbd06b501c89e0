/** What is used of a node of the page; `tagName` and `getAttribute` only where `nodeType` is 1. */
export interface PageNode {
  nodeType: number;
  textContent: string | null;
  tagName: string;
  childNodes: Iterable<PageNode>;
  getAttribute(name: string): string | null;
}

const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'IFRAME',
  'FORM',
  'BUTTON',
  'IMG',
]);
const blocks = new Set(
  'P LI UL OL DIV SECTION ARTICLE MAIN BODY HEADER FOOTER BLOCKQUOTE PRE TABLE TBODY THEAD TR TD TH FIGURE FIGCAPTION H1 H2 H3 H4 H5 H6'.split(
    ' ',
  ),
);

/** What an element of a page holds, as lines of Markdown: headings, entries of lists, paragraphs; bold words and links keep their marks. */
export function htmlMarkdown(element: PageNode): string {
  const lines: string[] = [];
  writeBlock(element, '', lines);
  return lines.join('\n\n');
}

/** How deep entries are set in: pages that people write have no lists deeper than these. */
const deepestIndent = 8;

/** @param mark what begins the first line: `- ` for the entry of a list, with spaces before it where the entry stands in another one */
function writeBlock(element: PageNode, mark: string, lines: string[]): void {
  let open = '';
  let first = mark;
  const isEntry = mark.endsWith('- ');
  const below = mark.replace('- ', '  ');
  function close(): void {
    const words = open.replace(/\s+/g, ' ').trim();
    if (words !== '') {
      lines.push(`${first}${words}`);
      if (isEntry) first = below;
    }
    open = '';
  }
  for (const node of element.childNodes) {
    const child = node.nodeType === 1 ? node : null;
    if (!child || !isBlock(child)) {
      open += child ? inlineMarkdown(child) : node.nodeType === 3 ? (node.textContent ?? '') : '';
      continue;
    }
    close();
    const level = /^H([1-6])$/.exec(child.tagName)?.[1];
    const written = lines.length;
    if (level) writeBlock(child, `${'#'.repeat(Number(level))} `, lines);
    else if (child.tagName === 'LI') writeBlock(child, `${indentOf(first)}- `, lines);
    else writeBlock(child, first, lines);
    if (isEntry && lines.length > written) first = below;
  }
  close();
}

/** A list stands as deep as what follows the mark of the entry that it is in. */
function indentOf(mark: string): string {
  return /^ +$/.test(mark) ? mark.slice(0, deepestIndent) : '';
}

function isBlock(element: PageNode): boolean {
  return (
    blocks.has(element.tagName) ||
    [...element.childNodes].some((node) => node.nodeType === 1 && isBlock(node))
  );
}

function inlineMarkdown(element: PageNode): string {
  if (skipped.has(element.tagName)) return '';
  if (element.tagName === 'BR') return ' ';
  const words = [...element.childNodes]
    .map((node) =>
      node.nodeType === 1 ? inlineMarkdown(node) : node.nodeType === 3 ? (node.textContent ?? '') : '',
    )
    .join('');
  const text = words.trim();
  if (text === '') return words;
  if (/^(?:B|STRONG)$/.test(element.tagName) && !text.includes('**'))
    return words.replace(text, () => `**${text}**`);
  const address = element.tagName === 'A' ? (element.getAttribute('href') ?? '') : '';
  if (!/^https?:\/\/[^\s)]+$/.test(address) || text.includes('[')) return words;
  return words.replace(text, () => `[${text}](${address})`);
}
