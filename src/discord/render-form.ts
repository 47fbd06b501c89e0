import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { FormAnswer } from '../answers/hearing.ts';
import type { Field } from '../message/form.ts';
import type { Choice } from '../message/message.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { discordLimits as limits } from './limits.ts';

const clipped = (text: string, longest: number) => {
  const points = [...text];
  return points.length <= longest ? text : `${points.slice(0, longest - 1).join('')}…`;
};

/**
 * A form as a modal; each field carries its name as its id.
 * @see https://docs.discord.com/developers/components/reference#label
 */
export function renderForm({ id, form }: FormAnswer): APIModalInteractionResponseCallbackData {
  return {
    custom_id: id,
    title: clipped(form.title, limits.modalTitle),
    components: [
      ...(form.about === ''
        ? []
        : [{ type: ComponentType.TextDisplay as const, content: escapeMarkdown(form.about) }]),
      ...form.fields.map(labelled),
    ],
  };
}

function labelled(field: Field): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: clipped(field.label, limits.fieldLabel),
    ...(field.hint === '' ? {} : { description: clipped(field.hint, limits.fieldHint) }),
    component: elementOf(field),
  };
}

function elementOf(field: Field): APIComponentInLabel {
  const custom_id = field.name;
  switch (field.kind) {
    case 'text':
      return {
        type: ComponentType.TextInput,
        custom_id,
        style: field.isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
        max_length: Math.min(field.longest, limits.textInput),
        required: field.isRequired,
        placeholder: clipped(field.placeholder, limits.inputPlaceholder),
        ...(field.value === '' ? {} : { value: field.value }),
      };
    case 'time':
      return {
        type: ComponentType.TextInput,
        custom_id,
        style: TextInputStyle.Short,
        required: field.isRequired,
        placeholder: '08:30',
        ...(field.value === '' ? {} : { value: field.value }),
      };
    case 'one':
      return {
        type: ComponentType.StringSelect,
        custom_id,
        options: optionsOf(field.choices, [field.value]),
        required: true,
      };
    case 'several':
      return {
        type: ComponentType.StringSelect,
        custom_id,
        options: optionsOf(field.choices, field.values),
        min_values: field.isRequired ? 1 : 0,
        max_values: field.choices.length,
        required: field.isRequired,
      };
  }
}

function optionsOf(choices: readonly Choice[], chosen: readonly string[]): APISelectMenuOption[] {
  return choices.slice(0, limits.options).map(({ label, value }) => ({
    label: clipped(label, limits.optionLabel),
    value,
    ...(chosen.includes(value) ? { default: true } : {}),
  }));
}
