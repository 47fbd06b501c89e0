import type {
  ActionsBlock,
  ActionsBlockElement,
  KnownBlock,
  RichTextBlock,
  RichTextBlockElement,
} from '@slack/types';
import { withoutInvisible } from '../briefs/plain-text.ts';
import type { Block, Button, Group, Inline } from '../message/message.ts';
import { webLink } from '../message/web-link.ts';
import { slackLimits as limits } from './limits.ts';
import { mrkdwnInlines, richInlines } from './render-inlines.ts';

type Rich = Extract<Block, { kind: 'text' | 'list' | 'quote' }>;

function clipped(text: string, limit: number): string {
  const points = [...withoutInvisible(text).replace(/\s+/g, ' ')];
  return points.length <= limit ? points.join('') : `${points.slice(0, limit - 1).join('')}…`;
}

/** Slack refuses an element without words, and some words are nothing but invisible characters. */
function saysSomething(inlines: readonly Inline[]): boolean {
  return richInlines(inlines).some(({ text }) => text !== undefined && text.trim() !== '');
}

function richElements(block: Rich): RichTextBlockElement[] {
  switch (block.kind) {
    case 'text':
      return [{ type: 'rich_text_section', elements: richInlines(block.inlines) }];
    case 'quote':
      return [{ type: 'rich_text_quote', elements: richInlines(block.inlines) }];
    case 'list': {
      const elements = block.items.filter(saysSomething).map((item) => ({
        type: 'rich_text_section' as const,
        elements: richInlines(item),
      }));
      return [{ type: 'rich_text_list', style: 'bullet', elements }];
    }
  }
}

/** Running text as one rich text block; paragraphs that follow each other stand in one section, a line apart. */
function richText(blocks: readonly Rich[]): RichTextBlock {
  const elements: RichTextBlockElement[] = [];
  for (const element of blocks.flatMap(richElements)) {
    const last = elements.at(-1);
    if (element.type === 'rich_text_section' && last?.type === 'rich_text_section')
      last.elements = [...last.elements, { type: 'text', text: '\n' }, ...element.elements];
    else elements.push(element);
  }
  return { type: 'rich_text', elements };
}

function button(from: Button, id: string, index: number): ActionsBlockElement[] {
  const text = { type: 'plain_text' as const, text: clipped(from.label, limits.buttonLabel), emoji: false };
  if (from.kind === 'press') {
    const style = from.style ? { style: from.style } : {};
    return [{ type: 'button', text, action_id: from.action, value: id, ...style }];
  }
  const url = webLink(from.url);
  return url === '' ? [] : [{ type: 'button', text, action_id: `link:${index}`, url }];
}

function select(block: Extract<Block, { kind: 'select' }>, id: string): ActionsBlock {
  return {
    type: 'actions',
    // A menu has no value of its own to carry the id.
    block_id: `${id}:${block.action}`,
    elements: [
      {
        type: 'static_select',
        action_id: block.action,
        placeholder: { type: 'plain_text', text: clipped(block.placeholder, 150), emoji: false },
        options: block.choices.map(({ label, value, description }) => ({
          text: { type: 'plain_text', text: clipped(label, limits.optionLabel), emoji: false },
          value,
          ...(description
            ? {
                description: {
                  type: 'plain_text' as const,
                  text: clipped(description, limits.optionLabel),
                  emoji: false,
                },
              }
            : {}),
        })),
      },
    ],
  };
}

function heading(text: string): KnownBlock {
  const words = withoutInvisible(text).replace(/\s+/g, ' ');
  if ([...words].length <= limits.header)
    return { type: 'header', text: { type: 'plain_text', text: words, emoji: false } };
  return richText([{ kind: 'text', inlines: [{ kind: 'text', text: words, bold: true }] }]);
}

function single(block: Exclude<Block, Rich>, id: string): KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return withoutInvisible(block.text).trim() === '' ? [] : [heading(block.text)];
    case 'small': {
      if (!saysSomething(block.inlines)) return [];
      const text = mrkdwnInlines(block.inlines);
      return [{ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] }];
    }
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons': {
      const elements = block.buttons.flatMap((each, index) => button(each, id, index));
      return elements.length === 0 ? [] : [{ type: 'actions', elements }];
    }
    case 'select':
      return block.choices.length === 0 ? [] : [select(block, id)];
  }
}

function isRich(block: Block): block is Rich {
  return block.kind === 'text' || block.kind === 'list' || block.kind === 'quote';
}

function isEmpty(block: Rich): boolean {
  return !(block.kind === 'list' ? block.items : [block.inlines]).some(saysSomething);
}

/**
 * Groups as Block Kit, with header, context, divider, actions and rich_text only. Running text is rich text, where
 * Slack parses nothing: no mention, no link and no styling can come out of a brief.
 */
export function renderBlocks(groups: readonly Group[], id: string): KnownBlock[] {
  const found: KnownBlock[] = [];
  for (const { blocks } of groups) {
    let run: Rich[] = [];
    for (const block of blocks) {
      if (isRich(block) && isEmpty(block)) continue;
      const goesOn = isRich(block) && !(block.kind !== 'list' && block.apart);
      if (run.length > 0 && !goesOn) {
        found.push(richText(run));
        run = [];
      }
      if (isRich(block)) run.push(block);
      else found.push(...single(block, id));
    }
    if (run.length > 0) found.push(richText(run));
  }
  return found;
}
