import { encode } from 'html-entities';
import { withoutInvisible } from '../briefs/plain-text.ts';
import type { Block, Group, Inline } from '../message/message.ts';
import { webLink } from '../message/web-link.ts';

function words(text: string): string {
  return encode(withoutInvisible(text).replace(/\s+/g, ' '), { level: 'xml' });
}

function inlineHtml(inline: Inline): string {
  const url = inline.kind === 'link' ? webLink(inline.url) : '';
  const text = words(inline.text);
  const linked = url === '' ? text : `<a href="${encode(url, { level: 'xml' })}">${text}</a>`;
  if (inline.bold) return `<strong>${linked}</strong>`;
  return inline.kind === 'text' && inline.italic ? `<em>${linked}</em>` : linked;
}

function line(inlines: readonly Inline[]): string {
  return inlines.map(inlineHtml).join('').trim();
}

function element(tag: string, inside: string): string {
  return inside === '' ? '' : `<${tag}>${inside}</${tag}>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return element('h2', words(block.text));
    case 'text':
      return element('p', line(block.inlines));
    case 'small':
      return element('p', element('small', line(block.inlines)));
    case 'quote':
      return element('blockquote', line(block.inlines));
    case 'list':
      return element('ul', block.items.map((item) => element('li', line(item))).join(''));
    case 'image':
      return element('p', words(block.alt));
    case 'divider':
      return '<hr>';
    case 'buttons':
    case 'select':
      return '';
  }
}

/** Groups as HTML for a feed reader, everything foreign escaped. Buttons and menus are left out. */
export function renderHtml(groups: readonly Group[]): string {
  return groups
    .flatMap(({ blocks }) => blocks.map(blockHtml))
    .filter((html) => html !== '')
    .join('\n');
}
