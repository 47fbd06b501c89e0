import type { KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
import { withoutInvisible } from '../briefs/plain-text.ts';
import type { Block, Group, Inline } from '../message/message.ts';
import { uploadRef } from '../message/uploads-of.ts';
import { slackLimits as limits } from './limits.ts';
import { renderButton, renderSelect } from './render-actions.ts';
import { mrkdwnInlines, richInlines } from './render-inlines.ts';

type Rich = Extract<Block, { kind: 'text' | 'list' | 'quote' }>;

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

function heading(text: string): KnownBlock {
  const words = withoutInvisible(text).replace(/\s+/g, ' ');
  if ([...words].length <= limits.header)
    return { type: 'header', text: { type: 'plain_text', text: words, emoji: false } };
  return richText([{ kind: 'text', inlines: [{ kind: 'text', text: words, bold: true }] }]);
}

type Single = Exclude<Block, Rich | { kind: 'image' }>;

function single(block: Single, id: string): KnownBlock[] {
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
      const elements = block.buttons.flatMap((each, index) => renderButton(each, id, index));
      return elements.length === 0 ? [] : [{ type: 'actions', elements }];
    }
    case 'select':
      return block.choices.length === 0 ? [] : [renderSelect(block, id)];
  }
}

function isRich(block: Block): block is Rich {
  return block.kind === 'text' || block.kind === 'list' || block.kind === 'quote';
}

function isEmpty(block: Rich): boolean {
  return !(block.kind === 'list' ? block.items : [block.inlines]).some(saysSomething);
}

/** A picture that Slack will know under the name it has by then. */
function image(alt: string, ref: string): KnownBlock {
  const words = [...withoutInvisible(alt)].slice(0, limits.altText).join('');
  return { type: 'image', alt_text: words, slack_file: { id: ref } };
}

/**
 * Groups as Block Kit, with header, context, divider, actions, image and rich_text only. Running text is rich text, where
 * Slack parses nothing: no mention, no link and no styling can come out of a brief.
 */
export function renderBlocks(groups: readonly Group[], id: string): KnownBlock[] {
  const found: KnownBlock[] = [];
  let images = 0;
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
      else if (block.kind === 'image') {
        found.push(image(block.alt, uploadRef(images)));
        images += 1;
      } else found.push(...single(block, id));
    }
    if (run.length > 0) found.push(richText(run));
  }
  return found;
}
