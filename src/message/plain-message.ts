import { textOf } from './inlines.ts';
import type { Block, Message } from './message.ts';

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'text':
    case 'small':
    case 'quote':
      return [textOf(block.inlines)];
    case 'list':
      return block.items.map((item) => `• ${textOf(item)}`);
    case 'image':
      return [block.alt];
    case 'divider':
    case 'buttons':
    case 'select':
      return [];
  }
}

/**
 * A message as plain text, for push notifications and screen readers: it opens with the first story and names its
 * heading at the end. Addresses are left out.
 */
export function plainMessage(message: Message): string {
  const header: string[] = [];
  const groups = message.groups.flatMap(({ blocks }) => {
    // A header is a heading with the small print under it, or small print alone.
    const isHeader = blocks[0]?.kind === 'heading' || blocks.every(({ kind }) => kind === 'small');
    const end = isHeader ? blocks.findIndex(({ kind }) => kind !== 'heading' && kind !== 'small') : 0;
    const start = end === -1 ? blocks.length : end;
    header.push(...blocks.slice(0, start).flatMap(linesOf));
    const lines = blocks
      .slice(start)
      .flatMap(linesOf)
      .filter((line) => line.trim() !== '');
    return lines.length === 0 ? [] : [lines.join('\n')];
  });
  const body = groups.join('\n\n');
  const opens = body.replace(/^• /, '').startsWith(message.push);
  const opened = opens ? body : [message.push, body].join('\n');
  return [opened, header.join('\n')].filter((text) => text !== '').join('\n\n');
}
