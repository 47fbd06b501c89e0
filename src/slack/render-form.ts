import type { InputBlock, InputBlockElement, ModalView, PlainTextOption } from '@slack/types';
import type { FormAnswer } from '../answers/hearing.ts';
import type { Field } from '../message/form.ts';
import type { Choice } from '../message/message.ts';

const plain = (text: string, longest: number) => ({
  type: 'plain_text' as const,
  text: [...text].slice(0, longest).join(''),
  emoji: false,
});

/**
 * A form as a modal. Block and element carry the name of the field, so that mistakes find their way back to it.
 * @see https://docs.slack.dev/reference/views/modal-views
 */
export function renderForm({ id, form }: FormAnswer, channel: string): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    private_metadata: channel,
    title: plain(form.title, 24),
    submit: plain(form.submit, 24),
    close: plain(form.language === 'ko' ? '취소' : 'Cancel', 24),
    blocks: [
      ...(form.about === '' ? [] : [{ type: 'context' as const, elements: [plain(form.about, 2_000)] }]),
      ...form.fields.map(renderField),
    ],
  };
}

function renderField(field: Field): InputBlock {
  return {
    type: 'input',
    block_id: field.name,
    label: plain(field.label, 2_000),
    ...(field.hint === '' ? {} : { hint: plain(field.hint, 2_000) }),
    ...(field.kind === 'one' || field.isRequired ? {} : { optional: true }),
    element: renderElement(field),
  };
}

function renderElement(field: Field): InputBlockElement {
  const action_id = field.name;
  switch (field.kind) {
    case 'text':
      return {
        type: 'plain_text_input',
        action_id,
        max_length: field.longest,
        ...(field.isLong ? { multiline: true } : {}),
        placeholder: plain(field.placeholder, 150),
        ...(field.value === '' ? {} : { initial_value: [...field.value].slice(0, field.longest).join('') }),
      };
    case 'time':
      return { type: 'timepicker', action_id, ...(field.value === '' ? {} : { initial_time: field.value }) };
    case 'one': {
      const [initial] = optionsOf(field.choices, [field.value]);
      const chosen = initial === undefined ? {} : { initial_option: initial };
      return { type: 'static_select', action_id, options: optionsOf(field.choices), ...chosen };
    }
    case 'several': {
      const initial = optionsOf(field.choices, field.values);
      const chosen = initial.length === 0 ? {} : { initial_options: initial };
      return { type: 'checkboxes', action_id, options: optionsOf(field.choices), ...chosen };
    }
  }
}

function optionsOf(choices: readonly Choice[], only?: readonly string[]): PlainTextOption[] {
  return choices
    .filter(({ value }) => only?.includes(value) ?? true)
    .map(({ label, value }) => ({ text: plain(label, 75), value }));
}
