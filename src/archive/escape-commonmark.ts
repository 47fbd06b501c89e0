import { withoutInvisible } from '../briefs/plain-text.ts';

/**
 * Foreign text for a Markdown file, on one line: no markup, HTML or automatic link comes out of it.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function escapeCommonmark(text: string): string {
  return withoutInvisible(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>&~|]/g, '\\$&')
    .replace(/^(\s*)([#+=-])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}\\.`);
}
