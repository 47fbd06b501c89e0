import { hugWords } from '../message/hug-words.ts';
import type { Block, Inline } from '../message/message.ts';
import { webLink } from '../message/web-link.ts';
import { escapeLine, escapeMarkdown } from './escape-markdown.ts';

type TextBlock = Extract<Block, { kind: 'heading' | 'text' | 'small' | 'list' | 'quote' }>;

function inlineText(inline: Inline, escapeText: (text: string) => string): string {
  const url = inline.kind === 'link' ? webLink(inline.url) : '';
  const text = escapeText(inline.text);
  const label = url === '' || text.trim() === '' ? text : `[${escapeLine(inline.text)}](${url})`;
  const italic = inline.kind === 'text' && inline.italic ? hugWords(label, '*') : label;
  return inline.bold ? hugWords(italic, '**') : italic;
}

function inlines(list: readonly Inline[], escapeText: (text: string) => string): string {
  return list.map((inline) => inlineText(inline, escapeText)).join('');
}

/** Words as Discord's Markdown, everything foreign escaped; '' for a block that says nothing. */
export function renderText(block: TextBlock): string {
  switch (block.kind) {
    case 'heading':
      return block.text.trim() === '' ? '' : `## ${escapeLine(block.text).trim()}`;
    case 'text':
      return inlines(block.inlines, escapeMarkdown).trim();
    case 'small': {
      const words = inlines(block.inlines, escapeLine).trim();
      return words === '' ? '' : `-# ${words}`;
    }
    case 'quote': {
      const words = inlines(block.inlines, escapeLine).trim();
      return words === '' ? '' : `> ${words}`;
    }
    case 'list':
      return block.items.map((item) => `- ${inlines(item, escapeLine).trim()}`).join('\n');
  }
}
