import { asRecord, asRecords, asText, type Json } from '../platform/read-json.ts';
import { plainText } from './render-text-object.ts';

/** One choice of a select, menu or group. */
export interface Option {
  label: string;
  value: string;
  description: string;
  /** An overflow option may open an address instead. */
  url: unknown;
  chosen: boolean;
}

export interface OptionGroup {
  label: string;
  options: Option[];
}

/** The choices of a Slack element, in groups (one nameless group when it has none), with the initial ones marked. */
export function readOptionGroups(element: Json): OptionGroup[] {
  const initial = [asRecord(element.initial_option), ...asRecords(element.initial_options)].map((one) =>
    asText(one.value),
  );
  const read = (options: unknown): Option[] =>
    asRecords(options).map((option) => readOption(option, initial));
  if (!Array.isArray(element.option_groups)) return [{ label: '', options: read(element.options) }];
  return asRecords(element.option_groups).map((group) => ({
    label: plainText(asRecord(group.label)),
    options: read(group.options),
  }));
}

function readOption(option: Json, initial: readonly string[]): Option {
  const value = asText(option.value);
  return {
    label: plainText(asRecord(option.text)),
    value,
    description: plainText(asRecord(option.description)),
    url: option.url,
    chosen: initial.includes(value),
  };
}
