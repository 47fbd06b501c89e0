import { styleText } from 'node:util';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { withoutInvisible } from '../briefs/plain-text.ts';
import type { Block, Button, Inline, Message } from '../message/message.ts';
import { webLink } from '../message/web-link.ts';

/** How a terminal shows it. */
export interface TerminalLook {
  /** Columns of the text. Hangul and most emoji take two. */
  width: number;
  /** Styles and links as escape sequences; without them, words alone. */
  colors: boolean;
}

type Style = Parameters<typeof styleText>[0];

/** A message as lines of a terminal, none wider than the look allows. */
export function renderMessage(message: Message, look: TerminalLook): string[] {
  const blocks = message.groups.flatMap((group) => group.blocks);
  return blocks.flatMap((block, at) => {
    const isApart = at > 0 && (block.kind === 'heading' || ('apart' in block && block.apart === true));
    return isApart ? ['', ...renderBlock(block, look)] : renderBlock(block, look);
  });
}

function renderBlock(block: Block, look: TerminalLook): string[] {
  switch (block.kind) {
    case 'heading':
      return wrapped(styled(plain(block.text), 'bold', look), look);
    case 'text':
      return wrapped(inlines(block.inlines, look), look);
    case 'small':
      return wrapped(inlines(block.inlines, look), look).map((line) => styled(line, 'dim', look));
    case 'quote':
      return hanging('▎ ', '▎ ', inlines(block.inlines, look), look);
    case 'list':
      return block.items.flatMap((item) => hanging('• ', '  ', inlines(item, look), look));
    case 'image':
      return wrapped(styled(`[ ${plain(block.alt)} ]`, 'dim', look), look);
    case 'divider':
      return [styled('─'.repeat(look.width), 'dim', look)];
    case 'buttons':
      return wrapped(block.buttons.map((button) => buttonText(button, look)).join(' '), look);
    case 'select':
      return wrapped(`[ ${plain(block.placeholder)} ▾ ]`, look);
  }
}

function inlines(list: readonly Inline[], look: TerminalLook): string {
  return list.map((inline) => inlineText(inline, look)).join('');
}

function inlineText(inline: Inline, look: TerminalLook): string {
  const words = plain(inline.text);
  const italic = inline.kind === 'text' && inline.italic ? styled(words, 'italic', look) : words;
  const text = inline.bold ? styled(italic, 'bold', look) : italic;
  return inline.kind === 'link' ? linked(text, webLink(inline.url), look) : text;
}

/** @see https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda terminals that know no OSC 8 leave it out */
function linked(text: string, url: string, look: TerminalLook): string {
  if (url === '' || !look.colors) return text;
  return `\u001B]8;;${url}\u0007${styled(text, 'underline', look)}\u001B]8;;\u0007`;
}

function buttonText(button: Button, look: TerminalLook): string {
  // Spaces that do not break keep a button in one piece.
  const label = `[\u00A0${plain(button.label).replace(/\s+/g, '\u00A0')}\u00A0]`;
  return styled(label, button.kind === 'press' && button.style === 'primary' ? 'bold' : 'cyan', look);
}

function hanging(first: string, others: string, text: string, look: TerminalLook): string[] {
  const width = look.width - stringWidth(first);
  return wrapped(text, { ...look, width }).map((line, at) => `${at === 0 ? first : others}${line}`);
}

function wrapped(text: string, { width }: TerminalLook): string[] {
  return wrapAnsi(text, width, { hard: true }).split('\n');
}

function styled(text: string, style: Style, { colors }: TerminalLook): string {
  return colors ? styleText(style, text) : text;
}

/** A terminal obeys control characters: none may come out of a text. Tabs have no width one could count on. */
function plain(text: string): string {
  return withoutInvisible(text).replace(/\t/g, ' ');
}
