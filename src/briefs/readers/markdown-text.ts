import { plainLine } from '../plain-text.ts';

/** An image, also one that is a link: `![alt](address)`, `[![alt](address)](address)`. */
const image = /\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?/g;

/** Markdown without its images. */
export function withoutImages(markdown: string): string {
  return markdown.replace(image, '');
}

/** The words of inline Markdown on one line: links keep their text, marks and tags go, names and numbers stay as they are. */
export function markdownText(markdown: string): string {
  const text = withoutImages(markdown)
    .replace(/<(https?:\/\/[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\[([^\]]+)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/`+([^`]+)`+/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/(?<![\p{L}\p{N}_])__(.+?)__(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}*])\*(\S(?:.*?\S)?)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(\S(?:.*?\S)?)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/~~(.+?)~~/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!~|<>])/g, '$1');
  return plainLine(text);
}
