import { phrase } from '../platform/phrases.ts';
import { asRecord, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderImage } from '../platform/render-image.ts';
import { h, type Tree } from '../tree/tree.ts';
import { imageSource } from './image-source.ts';
import { readConfirmation } from './read-confirmation.ts';
import { renderButton } from './render-button.ts';
import { renderField } from './render-field.ts';
import { renderOverflow } from './render-overflow.ts';
import { plainText, renderTextObject } from './render-text-object.ts';

/** One element of an `actions`, `section` or `context` block: its use is reported to the bot at once. */
export function renderElement(element: Json, block: string, context: RenderContext): Tree {
  switch (element.type) {
    case 'mrkdwn':
      return h('span.context-text', {}, renderTextObject(element, context));
    case 'plain_text':
      return h('span.context-text', {}, plainText(element));
    case 'image':
      return renderImage(imageSource(element, context), asText(element.alt_text), 'icon', context);
    case 'button':
    case 'workflow_button':
      return renderButton(element, block, context);
    case 'overflow':
      return renderOverflow(element, block, context);
    case 'multi_static_select':
    case 'checkboxes':
      return renderTicked(element, block, context);
    default: {
      const field = renderField(element, block, context);
      if (field === null)
        return h('span.unknown', {}, phrase('unknownBlock', context.language, asText(element.type)));
      const act = {
        do: 'press',
        block,
        action: asText(element.action_id),
        value: null,
        confirm: readConfirmation(element, context),
      } as const;
      return h('span.field-live', { on: { change: act } }, field);
    }
  }
}

function renderTicked(element: Json, block: string, context: RenderContext): Tree {
  const action = asText(element.action_id);
  const field = renderField(element, block, context) ?? '';
  if (element.type === 'checkboxes')
    return h('div', { 'data-choices': true, on: { change: { do: 'press-ticked', block, action } } }, field);
  const apply = h(
    'button.slack-button',
    { type: 'button', on: { click: { do: 'press-ticked', block, action } } },
    phrase('apply', context.language),
  );
  const name = plainText(asRecord(element.placeholder)) || phrase('choose', context.language);
  return h(
    'details.menu',
    {},
    h('summary.slack-button.select-like', {}, name),
    h('div.menu-list', { 'data-choices': true }, field, apply),
  );
}
