import { ControlError } from '../../control-error.ts';
import { isObject, type Json, objectsIn } from '../checks/block-parts.ts';

/**
 * What an element says of itself once a person used it, as in `actions` and `state.values`
 * (https://docs.slack.dev/reference/interaction-payloads/block_actions-payload).
 */
export function elementState(element: Json, values: readonly string[]): Json {
  const [first] = values;
  switch (element.type) {
    case 'button':
    case 'icon_button':
    case 'workflow_button':
      return element.value === undefined ? {} : { value: element.value };
    case 'feedback_buttons':
      return { value: first };
    case 'overflow':
    case 'static_select':
    case 'radio_buttons':
    case 'external_select':
      return { selected_option: first === undefined ? null : option(element, first) };
    case 'multi_static_select':
    case 'checkboxes':
    case 'multi_external_select':
      return { selected_options: values.map((value) => option(element, value)) };
    case 'users_select':
      return { selected_user: first ?? null };
    case 'multi_users_select':
      return { selected_users: values };
    case 'channels_select':
      return { selected_channel: first ?? null };
    case 'multi_channels_select':
      return { selected_channels: values };
    case 'conversations_select':
      return { selected_conversation: first ?? null };
    case 'multi_conversations_select':
      return { selected_conversations: values };
    case 'datepicker':
      return { selected_date: first ?? null };
    case 'timepicker':
      return { selected_time: first ?? null };
    case 'datetimepicker':
      return { selected_date_time: first === undefined ? null : Number(first) };
    default:
      return { value: first ?? null };
  }
}

/** What an element holds before anybody touched it: its `initial_…`. */
function initialState(element: Json): Json {
  const state = elementState({ ...element, options: undefined, option_groups: undefined }, []);
  for (const [from, to] of initials) {
    if (element[from] !== undefined) return { [to]: element[from] };
  }
  return state;
}

const initials = [
  ['initial_option', 'selected_option'],
  ['initial_options', 'selected_options'],
  ['initial_user', 'selected_user'],
  ['initial_users', 'selected_users'],
  ['initial_channel', 'selected_channel'],
  ['initial_channels', 'selected_channels'],
  ['initial_conversation', 'selected_conversation'],
  ['initial_conversations', 'selected_conversations'],
  ['initial_date', 'selected_date'],
  ['initial_time', 'selected_time'],
  ['initial_date_time', 'selected_date_time'],
  ['initial_value', 'value'],
] as const;

function option(element: Json, value: string): Json {
  if (typeof element.type === 'string' && element.type.includes('external')) {
    return { text: { type: 'plain_text', text: value, emoji: true }, value };
  }
  for (const part of objectsIn([element.options, element.option_groups])) {
    if (part.value === value && isObject(part.text)) return part;
  }
  throw new ControlError(`“${value}” is none of the options of ${String(element.action_id)}.`);
}

/** `state.values` of blocks: block_id → action_id → state, with what `given` says in place of the initial state. */
export function stateOf(blocks: Json[], given: (element: Json) => Json | null): Json {
  const values: Json = {};
  for (const block of blocks) {
    const elements: Json = {};
    for (const part of objectsIn(block)) {
      if (typeof part.action_id !== 'string' || stateless.includes(String(part.type))) continue;
      elements[part.action_id] = { type: part.type, ...(given(part) ?? initialState(part)) };
    }
    if (Object.keys(elements).length > 0) values[String(block.block_id)] = elements;
  }
  return values;
}

const stateless = ['button', 'overflow', 'icon_button', 'workflow_button', 'feedback_buttons'];
