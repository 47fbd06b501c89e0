import { phrase } from '../platform/phrases.ts';
import { asNumber, asRecord, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import { type Option, readOptionGroups } from './read-options.ts';
import { plainText } from './render-text-object.ts';

const TYPED: Readonly<Record<string, { type: string; initial: string }>> = {
  email_text_input: { type: 'email', initial: 'initial_value' },
  url_text_input: { type: 'url', initial: 'initial_value' },
  number_input: { type: 'number', initial: 'initial_value' },
  datepicker: { type: 'date', initial: 'initial_date' },
  timepicker: { type: 'time', initial: 'initial_time' },
};

/**
 * An element that holds a value, as a form control named by its `action_id`; null for an element that holds none.
 * `block` keeps the names of two radio groups apart.
 */
export function renderField(element: Json, block: string, context: RenderContext): Tree | null {
  const kind = asText(element.type);
  const name = asText(element.action_id);
  const placeholder = plainText(asRecord(element.placeholder));
  const typed = TYPED[kind];
  if (typed) {
    return h('input.field', {
      type: typed.type,
      name,
      placeholder: placeholder || false,
      value: asText(element[typed.initial]) || false,
      step: kind === 'number_input' && element.is_decimal_allowed === true ? 'any' : false,
    });
  }
  if (kind === 'plain_text_input') return renderTextInput(element, name, placeholder);
  if (kind === 'radio_buttons' || kind === 'checkboxes' || kind.startsWith('multi_'))
    return renderTicks(element, name, block, kind === 'radio_buttons', context);
  return kind.endsWith('_select') ? renderSelect(element, name, placeholder, context) : null;
}

function renderTextInput(element: Json, name: string, placeholder: string): TreeElement {
  const shared = {
    name,
    placeholder: placeholder || false,
    maxlength: asNumber(element.max_length) || false,
    minlength: asNumber(element.min_length) || false,
    value: asText(element.initial_value) || false,
  };
  return element.multiline === true
    ? h('textarea.field', { ...shared, rows: '4' })
    : h('input.field', { ...shared, type: 'text' });
}

function renderSelect(element: Json, name: string, placeholder: string, context: RenderContext): TreeElement {
  const groups = readOptionGroups(element);
  const chosen = groups.flatMap((group) => group.options).find((option) => option.chosen);
  const label = placeholder || phrase('choose', context.language);
  const empty = chosen
    ? null
    : h('option', { value: '', disabled: true, hidden: true, selected: true }, label);
  const options = groups.map((group) => {
    const inside = group.options.map((option) =>
      h('option', { value: option.value, selected: option.chosen }, option.label),
    );
    return group.label === '' ? inside : h('optgroup', { label: group.label }, inside);
  });
  return h('select.field', { name, 'aria-label': label }, empty, options);
}

function renderTicks(
  element: Json,
  name: string,
  block: string,
  isRadio: boolean,
  context: RenderContext,
): TreeElement {
  const label = plainText(asRecord(element.placeholder)) || phrase('choose', context.language);
  const tick = (option: Option) =>
    h(
      'label.tick',
      {},
      h('input', {
        type: isRadio ? 'radio' : 'checkbox',
        name: isRadio ? `${block} ${name}` : name,
        'data-name': name,
        value: option.value,
        checked: option.chosen,
      }),
      h('span', {}, option.label, option.description !== '' && h('small', {}, option.description)),
    );
  const groups = readOptionGroups(element).map((group) => [
    group.label !== '' && h('strong', {}, group.label),
    ...group.options.map(tick),
  ]);
  return h('div.ticks', { role: isRadio ? 'radiogroup' : 'group', 'aria-label': label }, groups);
}
