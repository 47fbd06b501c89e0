import type { ViewStateValue } from '@slack/bolt';
import type { FormValues } from '../message/form.ts';

/** What a person filled in, by name of the field. @see https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function readForm(
  values: Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>,
): FormValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, elements]) => [name, Object.values(elements).flatMap(chosen)]),
  );
}

function chosen(state: ViewStateValue): string[] {
  if (state.selected_options) return state.selected_options.map(({ value }) => value);
  const one = state.selected_option?.value ?? state.selected_time ?? state.value;
  return one === undefined || one === null ? [] : [one];
}
