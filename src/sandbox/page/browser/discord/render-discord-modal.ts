import type { ModalParts } from '../platform/modal-parts.ts';
import { phrase } from '../platform/phrases.ts';
import { asNumber, asRecord, asRecords, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h, type Tree } from '../tree/tree.ts';
import { renderComponent } from './render-component.ts';
import { renderTicks } from './render-select.ts';
import { COMPONENTS } from './wire-numbers.ts';

/** A Discord modal: labelled fields (or the older rows of text inputs) and texts between them. */
export function renderDiscordModal(modal: Json, context: RenderContext): ModalParts {
  return {
    title: asText(modal.title),
    submit: phrase('submit', context.language),
    close: phrase('cancel', context.language),
    body: asRecords(modal.components).map((component) => renderPart(component, context)),
  };
}

function renderPart(component: Json, context: RenderContext): Tree {
  if (component.type === COMPONENTS.label) {
    const inner = asRecord(component.component);
    return labelled(
      asText(component.label),
      asText(component.description),
      inner,
      renderField(inner, context),
      context,
    );
  }
  if (component.type === COMPONENTS.actionRow) {
    const rows = asRecords(component.components).map((inner) =>
      labelled(asText(inner.label), '', inner, renderField(inner, context), context),
    );
    return h('div', {}, rows);
  }
  return renderComponent(component, context);
}

function labelled(
  label: string,
  description: string,
  inner: Json,
  field: Tree,
  context: RenderContext,
): Tree {
  const isGroup = typeof field === 'object' && field.tag === 'div';
  const mark =
    inner.required === false ? '' : h('span.required', { title: phrase('required', context.language) }, ' *');
  const name = h('span.field-label', {}, label, mark);
  const hint = description !== '' && h('span.field-hint', {}, description);
  return isGroup
    ? h('div.block-input', {}, name, hint, field)
    : h('div.block-input', {}, h('label', {}, name, hint, field));
}

function renderField(inner: Json, context: RenderContext): Tree {
  const name = asText(inner.custom_id);
  const isRequired = inner.required !== false;
  if (inner.type === COMPONENTS.textInput) {
    const shared = {
      name,
      required: isRequired,
      placeholder: asText(inner.placeholder) || false,
      minlength: asNumber(inner.min_length) || false,
      maxlength: asNumber(inner.max_length) || false,
      value: asText(inner.value) || false,
    };
    return inner.style === 2
      ? h('textarea.field', { ...shared, rows: '4' })
      : h('input.field', { ...shared, type: 'text' });
  }
  if (inner.type === COMPONENTS.checkbox)
    return h('input', {
      type: 'checkbox',
      name,
      'data-name': name,
      value: 'true',
      checked: inner.default === true,
    });
  if (inner.type === COMPONENTS.radioGroup) return renderTicks(inner, true);
  if (inner.type === COMPONENTS.checkboxGroup || (asNumber(inner.max_values) || 1) > 1)
    return renderTicks(inner, false);
  const options = asRecords(inner.options);
  const chosen = asText(options.find((option) => option.default === true)?.value);
  const label = asText(inner.placeholder) || phrase('choose', context.language);
  return h(
    'select.field',
    { name, required: isRequired, value: chosen },
    h('option', { value: '', disabled: isRequired }, label),
    options.map((option) => h('option', { value: asText(option.value) }, asText(option.label))),
  );
}
