import { phrase } from '../platform/phrases.ts';
import { asNumber, asRecords, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import { emojiOf } from './render-discord-button.ts';

/** A select menu in a message. One choice is reported when made; several are ticked, then applied. */
export function renderSelect(component: Json, context: RenderContext): TreeElement {
  const action = asText(component.custom_id);
  const label = asText(component.placeholder) || phrase('choose', context.language);
  const isDisabled = component.disabled === true;
  if ((asNumber(component.max_values) || 1) > 1) {
    const apply = h(
      'button.discord-button.primary',
      { type: 'button', on: { click: { do: 'press-ticked', block: '', action } } },
      phrase('apply', context.language),
    );
    return h(
      'details.menu.discord-select',
      {},
      h('summary', {}, label),
      h('div.menu-list', { 'data-choices': true }, renderTicks(component, false), apply),
    );
  }
  const chosen = asRecords(component.options).find((option) => option.default === true);
  const options = asRecords(component.options).map((option) =>
    h('option', { value: asText(option.value) }, optionLabel(option)),
  );
  const act = { do: 'press', block: '', action, value: null, confirm: null } as const;
  return h(
    'select.discord-select',
    { 'aria-label': label, disabled: isDisabled, value: asText(chosen?.value), on: { change: act } },
    h('option', { value: '', disabled: true, hidden: true }, label),
    options,
  );
}

/** The options of a select or group as check boxes, or as radio buttons when only one may be chosen. */
export function renderTicks(component: Json, isRadio: boolean): TreeElement {
  const name = asText(component.custom_id);
  const ticks = asRecords(component.options).map((option) =>
    h(
      'label.tick',
      {},
      h('input', {
        type: isRadio ? 'radio' : 'checkbox',
        name,
        'data-name': name,
        value: asText(option.value),
        checked: option.default === true,
      }),
      h(
        'span',
        {},
        optionLabel(option),
        asText(option.description) !== '' && h('small', {}, asText(option.description)),
      ),
    ),
  );
  return h('div.ticks', { role: isRadio ? 'radiogroup' : 'group' }, ticks);
}

function optionLabel(option: Json): string {
  return [emojiOf(option), asText(option.label)].filter((part) => part !== '').join(' ');
}
