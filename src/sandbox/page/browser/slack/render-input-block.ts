import { phrase } from '../platform/phrases.ts';
import { asRecord, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import { renderField } from './render-field.ts';
import { plainText } from './render-text-object.ts';

/** A labelled field of a modal. The bot's complaint about it is put under `[data-block]` by the modal. */
export function renderInputBlock(block: Json, id: string, context: RenderContext): TreeElement {
  const element = asRecord(block.element);
  const label = plainText(asRecord(block.label));
  const hint = plainText(asRecord(block.hint));
  const field = renderField(element, id, context);
  const isGroup = typeof field === 'object' && field !== null && field.tag === 'div';
  const optional = block.optional === true && h('span.muted', {}, ` ${phrase('optional', context.language)}`);
  const inside =
    field ?? h('span.unknown', {}, phrase('unknownBlock', context.language, asText(element.type)));
  return h(
    'div.block-input',
    { 'data-block': id },
    isGroup
      ? [h('div.field-label', {}, label, optional), inside]
      : h('label', {}, h('span.field-label', {}, label, optional), inside),
    hint !== '' && h('p.field-hint', {}, hint),
  );
}
