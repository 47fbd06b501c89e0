import type { APIModalSubmission } from 'discord-api-types/v10';
import type { FormValues } from '../message/form.ts';

/** A component as a modal that was sent gives it back: what was filled in stands inside a label. */
interface Filled {
  custom_id?: string;
  value?: string;
  values?: readonly string[];
  component?: Filled;
}

/** What a person filled in, by name of the field. @see https://docs.discord.com/developers/components/reference#label */
export function readForm({ components }: Pick<APIModalSubmission, 'components'>): FormValues {
  const fields = (components as readonly Filled[]).map(({ component, ...own }) => component ?? own);
  return Object.fromEntries(
    fields.flatMap(({ custom_id, value, values }) =>
      custom_id === undefined
        ? []
        : [[custom_id, values ?? (value === undefined || value === '' ? [] : [value])]],
    ),
  );
}
