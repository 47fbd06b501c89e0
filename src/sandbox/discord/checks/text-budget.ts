import { isJson, type Json, objectsOf } from '../json.ts';

/** All text displays of a Components V2 message together, in code points. */
export const maxV2Characters = 4000;
/** Σ UTF-8 bytes + 12 per text display: above it the platform answers 500 (discord-api-docs#8554). */
export const maxV2Bytes = 10_170;
const bytesPerTextDisplay = 12;

/** Every component, nested ones and accessories too, parents first. */
export function flattenComponents(components: unknown): Json[] {
  return objectsOf(components).flatMap((component) => [
    component,
    ...flattenComponents(component.components),
    ...(isJson(component.accessory) ? flattenComponents([component.accessory]) : []),
    ...(isJson(component.component) ? flattenComponents([component.component]) : []),
  ]);
}

/** How much text the text displays of a message hold: code points, and bytes as the platform's budget counts. */
export function textOfComponents(components: unknown): { characters: number; bytes: number } {
  let characters = 0;
  let bytes = 0;
  for (const component of flattenComponents(components)) {
    if (component.type !== 10 || typeof component.content !== 'string') continue;
    characters += codePoints(component.content);
    bytes += Buffer.byteLength(component.content) + bytesPerTextDisplay;
  }
  return { characters, bytes };
}

/** Discord counts lengths in code points. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
