import { z } from 'zod';
import { slackLimits as limit } from '../limits.ts';
import { anyOption, confirm, optionGroup, overflowOption, plainOption, plainText } from './composition.ts';
import { chars, flag, list, oneOf, webAddress, whole } from './fields.ts';
import { richText } from './rich-text.ts';

/** Interactive elements. https://docs.slack.dev/reference/block-kit/block-elements */
const actionId = { action_id: chars(limit.id).optional() };
const confirmable = { confirm: confirm.optional() };
const focusable = { focus_on_load: flag.optional() };
const placeholdable = { placeholder: plainText(limit.placeholder).optional() };
const pick = { ...actionId, ...confirmable, ...focusable, ...placeholdable };
const pickMany = { ...pick, max_selected_items: whole.min(1).optional() };
const ids = list(chars(limit.id), limit.selectOptions);
const oneId = chars(limit.id);
const typing = {
  ...actionId,
  ...focusable,
  ...placeholdable,
  initial_value: chars(limit.inputMaxLength, 0).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: list(oneOf(['on_enter_pressed', 'on_character_entered']), 2).optional(),
    })
    .optional(),
};

export const button = z.strictObject({
  type: z.literal('button'),
  ...actionId,
  ...confirmable,
  text: plainText(limit.buttonText),
  value: chars(limit.buttonValue).optional(),
  url: webAddress(limit.url).optional(),
  style: oneOf(['primary', 'danger']).optional(),
  accessibility_label: chars(limit.accessibilityLabel).optional(),
});

const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  ...actionId,
  ...confirmable,
  text: plainText(limit.buttonText),
  workflow: z.looseObject({}),
  style: oneOf(['primary', 'danger']).optional(),
  accessibility_label: chars(limit.accessibilityLabel).optional(),
});

const overflow = z.strictObject({
  type: z.literal('overflow'),
  ...actionId,
  ...confirmable,
  options: list(overflowOption, limit.overflowOptions),
});

const options = {
  options: list(plainOption, limit.selectOptions).optional(),
  option_groups: list(optionGroup, limit.optionGroups).optional(),
};

function hasOptions(select: { options?: unknown; option_groups?: unknown }): boolean {
  return (select.options === undefined) !== (select.option_groups === undefined);
}

const eitherOptions = { error: 'must define either `options` or `option_groups`' };
const filter = z
  .strictObject({
    include: list(oneOf(['im', 'mpim', 'private', 'public']), 4).optional(),
    exclude_external_shared_channels: flag.optional(),
    exclude_bot_users: flag.optional(),
  })
  .optional();

const checkboxes = z.strictObject({
  type: z.literal('checkboxes'),
  ...actionId,
  ...confirmable,
  ...focusable,
  options: list(anyOption, limit.checkboxOptions),
  initial_options: list(anyOption, limit.checkboxOptions).optional(),
});
const radioButtons = z.strictObject({
  type: z.literal('radio_buttons'),
  ...actionId,
  ...confirmable,
  ...focusable,
  options: list(anyOption, limit.checkboxOptions),
  initial_option: anyOption.optional(),
});
const date = chars(10).refine((text) => /^\d{4}-\d\d-\d\d$/.test(text), { error: 'must be a valid date' });
const time = chars(5).refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), {
  error: 'must be a valid time',
});
const pickers = [
  z.strictObject({ type: z.literal('datepicker'), ...pick, initial_date: date.optional() }),
  z.strictObject({
    type: z.literal('timepicker'),
    ...pick,
    initial_time: time.optional(),
    timezone: chars(limit.id).optional(),
  }),
  z.strictObject({
    type: z.literal('datetimepicker'),
    ...actionId,
    ...confirmable,
    ...focusable,
    initial_date_time: whole.optional(),
  }),
] as const;
const selects = [
  z
    .strictObject({
      type: z.literal('static_select'),
      ...pick,
      ...options,
      initial_option: plainOption.optional(),
    })
    .refine(hasOptions, eitherOptions),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      ...pickMany,
      ...options,
      initial_options: list(plainOption, limit.selectOptions).optional(),
    })
    .refine(hasOptions, eitherOptions),
  z.strictObject({
    type: z.literal('external_select'),
    ...pick,
    min_query_length: whole.optional(),
    initial_option: plainOption.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...pickMany,
    min_query_length: whole.optional(),
    initial_options: list(plainOption, limit.selectOptions).optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...pick, initial_user: oneId.optional() }),
  z.strictObject({ type: z.literal('multi_users_select'), ...pickMany, initial_users: ids.optional() }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...pick,
    initial_channel: oneId.optional(),
    response_url_enabled: flag.optional(),
  }),
  z.strictObject({ type: z.literal('multi_channels_select'), ...pickMany, initial_channels: ids.optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...pick,
    initial_conversation: oneId.optional(),
    default_to_current_conversation: flag.optional(),
    response_url_enabled: flag.optional(),
    filter,
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...pickMany,
    initial_conversations: ids.optional(),
    default_to_current_conversation: flag.optional(),
    filter,
  }),
] as const;
const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...actionId,
  ...focusable,
  ...placeholdable,
  initial_value: richText.optional(),
  min_lines: whole.optional(),
  max_lines: whole.optional(),
});

const choices = [checkboxes, radioButtons, ...pickers, ...selects] as const;

/** What an `actions` block may hold. */
export const actionsElement = z.discriminatedUnion('type', [
  button,
  workflowButton,
  overflow,
  richTextInput,
  ...choices,
]);
/** What may stand beside a section, apart from a picture. */
export const accessoryElements = [button, workflowButton, overflow, ...choices] as const;
/** What an `input` block may hold. */
export const inputElement = z.discriminatedUnion('type', [
  ...choices,
  richTextInput,
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...typing,
    multiline: flag.optional(),
    min_length: whole.min(0).max(limit.inputMaxLength).optional(),
    max_length: whole.min(1).max(limit.inputMaxLength).optional(),
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...typing }),
  z.strictObject({ type: z.literal('url_text_input'), ...typing }),
  z.strictObject({
    type: z.literal('number_input'),
    ...typing,
    is_decimal_allowed: flag,
    min_value: chars(limit.id).optional(),
    max_value: chars(limit.id).optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    ...actionId,
    filetypes: list(chars(limit.id), limit.selectOptions).optional(),
    max_files: whole.min(1).max(10).optional(),
  }),
]);
/** What a `context_actions` block may hold. */
export const contextActionsElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    ...actionId,
    positive_button: feedback(),
    negative_button: feedback(),
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    ...actionId,
    ...confirmable,
    icon: chars(limit.id),
    text: plainText(limit.buttonText),
    accessibility_label: chars(limit.accessibilityLabel).optional(),
    value: chars(limit.buttonValue).optional(),
    visible_to_user_ids: ids.optional(),
  }),
]);

function feedback() {
  return z.strictObject({
    text: plainText(limit.buttonText),
    accessibility_label: chars(limit.accessibilityLabel).optional(),
    value: chars(limit.buttonValue),
  });
}
