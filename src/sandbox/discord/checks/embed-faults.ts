import { isJson, type Json, objectsOf } from '../json.ts';
import type { FormFault } from './form-fault.ts';
import { codePoints } from './text-budget.ts';

const maxEmbedCharacters = 6000;

/** What Discord's document does not say about embeds: nothing empty, 6,000 characters over all embeds of a message. */
export function embedFaults(embeds: unknown): FormFault[] {
  const faults: FormFault[] = [];
  let total = 0;
  for (const [i, embed] of objectsOf(embeds).entries()) {
    total += embedCharacters(embed);
    if (isEmpty(embed)) faults.push(required(['embeds', i, 'description']));
    for (const [j, field] of objectsOf(embed.fields).entries()) {
      for (const key of ['name', 'value'] as const) {
        const text = field[key];
        if (typeof text === 'string' && text.trim() === '')
          faults.push(required(['embeds', i, 'fields', j, key]));
      }
    }
    for (const key of ['title', 'description'] as const) {
      const text = embed[key];
      if (typeof text === 'string' && text !== '' && text.trim() === '')
        faults.push(required(['embeds', i, key]));
    }
  }
  if (total > maxEmbedCharacters) {
    faults.push({
      path: ['embeds'],
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${maxEmbedCharacters}`,
    });
  }
  return faults;
}

/** Title, description, field names and values, footer and author: what the sum of 6,000 counts. */
function embedCharacters(embed: Json): number {
  const texts = [embed.title, embed.description];
  for (const field of objectsOf(embed.fields)) texts.push(field.name, field.value);
  if (isJson(embed.footer)) texts.push(embed.footer.text);
  if (isJson(embed.author)) texts.push(embed.author.name);
  return texts.reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? codePoints(text.trim()) : 0),
    0,
  );
}

function isEmpty(embed: Json): boolean {
  const shown = [
    'title',
    'description',
    'author',
    'footer',
    'image',
    'thumbnail',
    'video',
    'url',
    'provider',
  ];
  return (
    objectsOf(embed.fields).length === 0 &&
    shown.every((key) => embed[key] === undefined || embed[key] === '')
  );
}

function required(path: (string | number)[]): FormFault {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}
