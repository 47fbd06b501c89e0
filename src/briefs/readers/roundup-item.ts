import { markdownText } from './markdown-text.ts';

/** One item of a roundup. */
export interface RoundupItem {
  /** '' where the item has only text. */
  headline: string;
  text: string;
  /** The item's own address, where its headline is a link; otherwise ''. */
  url: string;
}

/**
 * How items begin that have a headline; each pattern gives the headline and what is told.
 * A bold word or a link at the start of a sentence is no headline.
 */
const headlines: readonly RegExp[] = [
  // `**Headline:** text`
  /^\*\*(.+?)\s*[:：]\*\*\s*([\s\S]*)$/u,
  // `**Headline** — text`, `**[Headline]** — text`, `**Headline**` with the text below it
  /^\*\*(.+?)\*\*(?:\s*(?:[—–:：|]|-(?=\s))\s*|\s*\n\s*|\s*$)([\s\S]*)$/u,
  // `**A whole sentence.** text`
  /^\*\*(.{8,}?)[.!。]\*\*\s+([\s\S]+)$/u,
  // `[Headline](address) — text`; without a mark between, the link must be longer than a name
  /^(\[[^\]]+\]\(https?:[^)\s]+\))\s*(?:[—–:：|]|-(?=\s)|\n)\s*([\s\S]*)$/u,
  /^(\[(?=[^\]]{16,})[^\]\s]+(?:\s[^\]\s]+){2,}\]\(https?:[^)\s]+\))\s*([\s\S]*)$/u,
  // `Headline – text`, with the only dash of its line and no full stop before it
  /^([^\n—–*.]{8,70}?)\s+[—–]\s+([^\n—–]{12,}(?:\n[\s\S]*)?)$/u,
];
const link = /\[[^\]]*\]\((https?:\/\/[^)\s]+)/;

/** Reads the Markdown of one item. */
export function readRoundupItem(markdown: string): RoundupItem {
  const source = markdown.trim();
  for (const pattern of headlines) {
    const [, headline, text = ''] = pattern.exec(source) ?? [];
    if (headline !== undefined) return item(headline, text);
  }
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
