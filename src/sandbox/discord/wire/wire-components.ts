import { isJson, type Json, objectsOf } from '../json.ts';

/** Defaults the platform fills in, by component type. */
const defaults: Record<number, Json> = {
  3: { min_values: 1, max_values: 1 },
  5: { min_values: 1, max_values: 1 },
  6: { min_values: 1, max_values: 1 },
  7: { min_values: 1, max_values: 1 },
  8: { min_values: 1, max_values: 1 },
  11: { description: null, spoiler: false },
  13: { name: null, size: null, spoiler: false },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
};

export interface MediaSource {
  /** Turns `attachment://name` into the address it is served at. */
  resolve(url: string): { url: string; id: string; contentType: string | null };
}

/** Components as they come back on reading: each with an `id`, defaults filled in, media resolved. */
export function wireComponents(components: unknown, media: MediaSource): Json[] {
  const taken = new Set<number>();
  collectIds(components, taken);
  let last = 0;
  const nextId = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  return objectsOf(components).map((component) => wireComponent(component, nextId, media));
}

function wireComponent(component: Json, nextId: () => number, media: MediaSource): Json {
  const given = Object.fromEntries(Object.entries(component).filter(([, value]) => value !== null));
  const wired: Json = { ...defaults[Number(component.type)], ...given };
  wired.id = typeof component.id === 'number' && component.id > 0 ? component.id : nextId();
  if (Array.isArray(component.components)) {
    wired.components = objectsOf(component.components).map((child) => wireComponent(child, nextId, media));
  }
  if (isJson(component.accessory)) wired.accessory = wireComponent(component.accessory, nextId, media);
  for (const key of ['media', 'file']) {
    const value = component[key];
    if (isJson(value)) wired[key] = wireMedia(value, media);
  }
  if (Array.isArray(component.items)) {
    wired.items = objectsOf(component.items).map((item) => ({
      description: null,
      spoiler: false,
      ...item,
      media: wireMedia(isJson(item.media) ? item.media : {}, media),
    }));
  }
  return wired;
}

function wireMedia(given: Json, media: MediaSource): Json {
  const { url, id, contentType } = media.resolve(String(given.url));
  return { id, url, proxy_url: url, width: null, height: null, content_type: contentType };
}

function collectIds(components: unknown, into: Set<number>): void {
  for (const component of objectsOf(components)) {
    if (typeof component.id === 'number') into.add(component.id);
    collectIds(component.components, into);
    if (isJson(component.accessory)) collectIds([component.accessory], into);
  }
}
