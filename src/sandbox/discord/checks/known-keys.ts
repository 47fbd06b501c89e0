import { isJson, type Json, objectsOf } from '../json.ts';
import type { FormFault } from './form-fault.ts';

const message = `content embeds allowed_mentions sticker_ids components flags attachments poll shared_client_theme
  message_reference nonce enforce_nonce tts username avatar_url thread_name applied_tags payload_json`;
const media = 'url';

/** Component type → the fields it may have. @see https://docs.discord.com/developers/components/reference */
const components: Record<number, string> = {
  1: 'type id components',
  2: 'type id style label emoji custom_id sku_id url disabled',
  3: 'type id custom_id options placeholder min_values max_values disabled required',
  5: 'type id custom_id placeholder default_values min_values max_values disabled required',
  6: 'type id custom_id placeholder default_values min_values max_values disabled required',
  7: 'type id custom_id placeholder default_values min_values max_values disabled required',
  8: 'type id custom_id channel_types placeholder default_values min_values max_values disabled required',
  9: 'type id components accessory',
  10: 'type id content',
  11: 'type id media description spoiler',
  12: 'type id items',
  13: 'type id file spoiler',
  14: 'type id divider spacing',
  17: 'type id components accent_color spoiler',
};
const parts: Record<string, string> = {
  message,
  embed: 'type url title color timestamp description author image thumbnail footer fields provider video',
  field: 'name value inline',
  option: 'label value description emoji default',
  emoji: 'id name animated',
  item: 'media description spoiler',
  media,
};

/**
 * Fields that the platform does not have at that place. The real one drops them silently, which hides typing
 * mistakes; here they are refused.
 */
export function unknownKeyFaults(body: Json): FormFault[] {
  const faults = strangers(body, parts.message ?? '', []);
  for (const [i, embed] of objectsOf(body.embeds).entries()) {
    faults.push(...strangers(embed, parts.embed ?? '', ['embeds', i]));
    for (const [j, field] of objectsOf(embed.fields).entries()) {
      faults.push(...strangers(field, parts.field ?? '', ['embeds', i, 'fields', j]));
    }
  }
  for (const [i, component] of objectsOf(body.components).entries()) {
    faults.push(...componentStrangers(component, ['components', i]));
  }
  return faults;
}

function componentStrangers(component: Json, path: (string | number)[]): FormFault[] {
  const known = components[Number(component.type)];
  if (known === undefined) return [];
  const faults = strangers(component, known, path);
  for (const [i, child] of objectsOf(component.components).entries()) {
    faults.push(...componentStrangers(child, [...path, 'components', i]));
  }
  if (isJson(component.accessory))
    faults.push(...componentStrangers(component.accessory, [...path, 'accessory']));
  if (isJson(component.emoji))
    faults.push(...strangers(component.emoji, parts.emoji ?? '', [...path, 'emoji']));
  for (const key of ['media', 'file']) {
    const value = component[key];
    if (isJson(value)) faults.push(...strangers(value, media, [...path, key]));
  }
  for (const [i, option] of objectsOf(component.options).entries()) {
    faults.push(...strangers(option, parts.option ?? '', [...path, 'options', i]));
  }
  for (const [i, item] of objectsOf(component.items).entries()) {
    faults.push(...strangers(item, parts.item ?? '', [...path, 'items', i]));
  }
  return faults;
}

/** The fields of `value` that are not in the space-separated list. */
export function strangers(value: Json, known: string, path: (string | number)[]): FormFault[] {
  const allowed = new Set(known.split(/\s+/));
  return Object.keys(value)
    .filter((key) => !allowed.has(key))
    .map((key) => ({ path: [...path, key], code: 'FIELD_UNKNOWN', message: 'There is no such field here.' }));
}
