import { hugWords } from '../message/hug-words.ts';
import type { Block, Group, Inline } from '../message/message.ts';
import { webLink } from '../message/web-link.ts';
import { escapeCommonmark } from './escape-commonmark.ts';

function inlineText(inline: Inline): string {
  const text = escapeCommonmark(inline.text);
  const url = inline.kind === 'link' ? webLink(inline.url) : '';
  const words = url === '' ? text : `[${text}](${url})`;
  if (inline.bold) return hugWords(words, '**');
  return inline.kind === 'text' && inline.italic ? hugWords(words, '*') : words;
}

function line(inlines: readonly Inline[]): string {
  return inlines.map(inlineText).join('').trim();
}

function paragraph(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `# ${escapeCommonmark(block.text)}`;
    case 'text':
    case 'small':
      return line(block.inlines);
    case 'quote':
      return `> ${line(block.inlines)}`;
    case 'list':
      return block.items.map((item) => `- ${line(item)}`).join('\n');
    case 'image':
      return escapeCommonmark(block.alt);
    case 'divider':
      return '---';
    case 'buttons':
    case 'select':
      return '';
  }
}

/** Groups as a Markdown document, everything foreign escaped. Buttons and menus are left out. */
export function renderMarkdown(groups: readonly Group[]): string {
  return groups
    .flatMap(({ blocks }) => blocks.map(paragraph))
    .filter((text) => text !== '')
    .join('\n\n');
}
