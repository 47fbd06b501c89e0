import { markdownText } from './markdown-text.ts';

/** One item of a roundup. */
export interface RoundupItem {
  /** '' where the item has only text. */
  headline: string;
  text: string;
  /** The item's own address, where its headline is a link; otherwise ''. */
  url: string;
}

/** `**Headline** — text`, `**[Headline]** — text`, `**Headline:** text`, also with the headline as a link. */
const boldHeadline = /^\*\*(.+?)\*\*(?:\s*([—–:|]|-(?=\s))\s*|\s*$)([\s\S]*)$/u;
const colonHeadline = /^\*\*(.+?)\s*[:：]\*\*\s*([\s\S]*)$/u;
const linkHeadline = /^(\[[^\]]+\]\(https?:[^)\s]+\))\s*(?:[—–:|]|-(?=\s))\s*([\s\S]*)$/u;
const link = /\[[^\]]*\]\((https?:\/\/[^)\s]+)/;

/** Reads the Markdown of one item. A bold word at the start of a sentence is no headline. */
export function readRoundupItem(markdown: string): RoundupItem {
  const source = markdown.trim();
  const colon = colonHeadline.exec(source);
  if (colon) return item(colon[1] ?? '', colon[2] ?? '');
  const bold = boldHeadline.exec(source);
  if (bold) return item(bold[1] ?? '', bold[3] ?? '');
  const linked = linkHeadline.exec(source);
  if (linked) return item(linked[1] ?? '', linked[2] ?? '');
  return { headline: '', text: markdownText(source), url: '' };
}

function item(headline: string, text: string): RoundupItem {
  const words = markdownText(headline);
  const bracketed = /^\[(.+)\]$/u.exec(words)?.[1] ?? words;
  return {
    headline: bracketed.replace(/[:：]$/u, '').trim(),
    text: markdownText(text),
    url: link.exec(headline)?.[1] ?? '',
  };
}
