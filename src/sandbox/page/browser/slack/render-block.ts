import { renderMarkdown } from '../discord/render-markdown.ts';
import { phrase } from '../platform/phrases.ts';
import { asRecord, asRecords, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderImage } from '../platform/render-image.ts';
import { h, type Tree } from '../tree/tree.ts';
import { imageSource } from './image-source.ts';
import { renderElement } from './render-element.ts';
import { renderInputBlock } from './render-input-block.ts';
import { renderRichText } from './render-rich-text.ts';
import { plainText, renderTextObject } from './render-text-object.ts';

/** One Block Kit block: https://docs.slack.dev/reference/block-kit/blocks. An unknown one says so instead of vanishing. */
export function renderBlock(block: Json, context: RenderContext): Tree {
  const id = asText(block.block_id);
  switch (block.type) {
    case 'header':
      return h('h3.block-header', {}, plainText(asRecord(block.text)));
    case 'section':
      return renderSection(block, id, context);
    case 'context':
      return h(
        'div.block-context',
        {},
        asRecords(block.elements).map((element) => renderElement(element, id, context)),
      );
    case 'divider':
      return h('hr.block-divider', {});
    case 'actions':
    case 'context_actions':
      return h(
        'div.block-actions',
        {},
        asRecords(block.elements).map((element) => renderElement(element, id, context)),
      );
    case 'rich_text':
      return h('div.block-rich', {}, renderRichText(block, context));
    case 'image': {
      const title = plainText(asRecord(block.title));
      return h(
        'figure.block-image',
        {},
        title !== '' && h('figcaption', {}, title),
        renderImage(imageSource(block, context), asText(block.alt_text), 'full', context),
      );
    }
    case 'input':
      return renderInputBlock(block, id, context);
    case 'markdown':
      return h('div.block-markdown', {}, renderMarkdown(asText(block.text), context));
    default:
      return h('p.unknown', {}, phrase('unknownBlock', context.language, asText(block.type)));
  }
}

function renderSection(block: Json, id: string, context: RenderContext): Tree {
  const text = renderTextObject(asRecord(block.text), context);
  const fields = asRecords(block.fields).map((field) =>
    h('div.section-field', {}, renderTextObject(field, context)),
  );
  const accessory = asRecord(block.accessory);
  const isImage = accessory.type === 'image';
  const beside = isImage
    ? renderImage(imageSource(accessory, context), asText(accessory.alt_text), 'thumbnail', context)
    : renderElement(accessory, id, context);
  return h(
    'div.block-section',
    {},
    h(
      'div.section-main',
      {},
      text.length > 0 && h('div.section-text', {}, text),
      fields.length > 0 && h('div.section-fields', {}, fields),
    ),
    block.accessory !== undefined && h('div.section-accessory', {}, beside),
  );
}
