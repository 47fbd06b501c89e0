import { withoutInvisible } from '../briefs/plain-text.ts';

/**
 * Foreign text for a text display: no heading, list, quote, link, mention, timestamp, emoji or styling comes out of
 * it. `allowed_mentions` keeps mentions from pinging; this keeps them from looking like one.
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
export function escapeMarkdown(text: string): string {
  return (
    withoutInvisible(text)
      .replace(/[\\*_~`|[\]<]/g, '\\$&')
      // Marks that mean something at the start of a line only.
      .replace(/^([^\S\n]*)(#|-|\+|>)/gm, '$1\\$2')
      .replace(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2')
      // Addresses in running text would become links of their own.
      .replace(/:(?=\/\/|\\)/g, '\\:')
      .replace(/(mailto|tel|sms|javascript|data):/gi, '$1\\:')
      .replace(/@(?=everyone|here)/gi, '@\u200b')
  );
}

/** The same on one line, for list items, small print and link labels. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' '));
}
