import { plainLine } from '../plain-text.ts';

/** An image, also one that is a link: `![alt](address)`, `[![alt](address)](address)`. */
const image =
  /\[?!\[(?:[^\][]|\[[^\][]{0,200}\]){0,1000}\]\((?:[^()]|\([^()]{0,300}\)){0,4000}\)(?:\]\((?:[^()]|\([^()]{0,300}\)){0,4000}\))?/g;

/** `> ` before what is set apart as a quotation. */
const quotation = /^(\s*)(?:>\s?)+(?=\S|$)/;

export function withoutQuotation(line: string): string {
  return line.replace(quotation, '$1');
}

/** `[ ]` and `[x]` before an entry that can be ticked off. */
const taskBox = /^(\s*(?:[*+-]|\d{1,3}[.)])\s+)\[[ xX]\]\s+/;

export function withoutTaskBox(line: string): string {
  return line.replace(taskBox, '$1');
}

/** Markdown without its images. */
export function withoutImages(markdown: string): string {
  return markdown.replace(image, '');
}

const fence = /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(`{3,}|~{3,})(?!.*`)/;

/** Lines of code that are looked through for the fence that closes them. */
const codeLimit = 500;

/** Lines of Markdown without those of blocks of code between fences. A fence that nothing closes is left out alone. */
export function withoutCode(lines: readonly string[]): string[] {
  const told: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const mark = fence.exec(lines[at] ?? '')?.[1];
    if (mark === undefined) told.push(lines[at] ?? '');
    else {
      const below = lines.slice(at + 1, at + 1 + codeLimit);
      at += 1 + below.findIndex((line) => line.trim().startsWith(mark) && /^[`~]+$/.test(line.trim()));
    }
  }
  return told;
}

/** `[^1]`, `[ ^1]`; `[1]` behind a word. */
const footnoteMark = /\s?\[\s?\^\s?[\w-]{1,20}\](?!\()|(?<=[\p{L}\p{N}\p{P}])\s?\[\d{1,3}\](?![(:])/gu;
const footnote = /^\s*\[\s?(\^\s?[\w-]{1,20}|\d{1,3})\]:?\s+\S/;

/** Lines without the footnotes: those with a caret, and of numbers alone those that a line above refers to. */
export function withoutFootnotes(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const mark = footnote.exec(line)?.[1];
    if (mark !== undefined && (mark.startsWith('^') || seen.has(mark))) return false;
    for (const [, number = ''] of line.matchAll(/\S\s?\[(\d{1,3})\]/g)) seen.add(number);
    return true;
  });
}

const linkOrAddress = /\[[^\][\n]{0,300}\]\(<?(https?:\/\/[^)>\s]+)|(https?:\/\/[^\s)>\]"']+)/;

/** The first address that Markdown leads to; '' for none. Of a link it is where it goes, also where it shows another. */
export function firstAddress(markdown: string): string {
  const [, target, bare] = linkOrAddress.exec(markdown) ?? [];
  return target ?? bare ?? '';
}

/** What its writer took back, where something else stands beside it. `3~~5일` is a range, and `좋아요~~` a long vowel. */
const struck = /(?<![\p{L}\p{N}~])~~(?![\s~])(.{1,2000}?)(?<![\s~])~~(?![\p{L}\p{N}~])/gu;

/**
 * The words of inline Markdown on one line: links keep their text, marks and tags go, names and numbers stay as they are.
 * Lengths are counted out, so that text made to be slow to read is not.
 */
export function markdownText(markdown: string): string {
  const text = withoutImages(markdown)
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>]{0,1000}>/gi, '')
    .replace(/\[([^\][]{1,1000})\]\((?:[^()\s]|\([^()\s]{0,300}\)){0,1000}(?:\s+"[^"]{0,500}")?\)/g, '$1')
    .replace(footnoteMark, '')
    .replace(/`{1,3}([^`]{1,1000})`{1,3}/g, '$1')
    .replace(/\*\*(.{1,2000}?)\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])__(.{1,2000}?)__(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*])\*(\S(?:.{0,2000}?\S)?)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(\S(?:.{0,2000}?\S)?)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(struck, (whole, _words, _at, all: string) => (whole === all.trim() ? whole.slice(2, -2) : ''))
    .replace(/\\([\\`*_{}[\]()#+\-.!~|<>])/g, '$1');
  return plainLine(text);
}
