import { asRecord, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';

/** Address of an image block's or element's picture; one that was uploaded is named by its id alone. */
export function imageSource(image: Json, { origin }: RenderContext): unknown {
  const { id, url } = asRecord(image.slack_file);
  if (image.image_url !== undefined || id === undefined) return image.image_url ?? url;
  return `${origin}/slack/files/${encodeURIComponent(asText(id))}/picture`;
}
