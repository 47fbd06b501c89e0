import { isJson, type Json, objectsOf } from '../json.ts';
import type { MediaSource } from './wire-components.ts';

/** Embeds as they come back on reading: type, trimmed texts, `inline` on every field, images proxied. */
export function wireEmbeds(embeds: unknown, media: MediaSource): Json[] {
  return objectsOf(embeds).map((embed) => {
    const given = Object.fromEntries(
      Object.entries(embed).filter(([, value]) => value !== null && value !== ''),
    );
    const wired: Json = { ...given, type: 'rich' };
    for (const key of ['title', 'description'] as const) {
      if (typeof wired[key] === 'string') wired[key] = wired[key].trim();
    }
    if (Array.isArray(embed.fields)) {
      wired.fields = objectsOf(embed.fields).map((field) => ({
        name: String(field.name).trim(),
        value: String(field.value).trim(),
        inline: field.inline === true,
      }));
    }
    for (const key of ['image', 'thumbnail'] as const) {
      const image = embed[key];
      if (!isJson(image)) continue;
      const { url } = media.resolve(String(image.url));
      wired[key] = { url, proxy_url: url };
    }
    return wired;
  });
}
