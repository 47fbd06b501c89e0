import { withEmoji } from '../platform/emoji.ts';
import { asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import type { Tree } from '../tree/tree.ts';
import { decodeEntities } from './decode-entities.ts';
import { renderMrkdwn } from './render-mrkdwn.ts';

/** A composition text object: `mrkdwn` with its marks, `plain_text` as it is, save for emoji. */
export function renderTextObject(text: Json, context: RenderContext): Tree[] {
  if (text.type === 'mrkdwn') return renderMrkdwn(asText(text.text), text.verbatim === true, context);
  const plain = plainText(text);
  return plain === '' ? [] : [plain];
}

/** The words of a `plain_text` object. `emoji: false` leaves `:names:` as typed. */
export function plainText(text: Json): string {
  const plain = decodeEntities(asText(text.text));
  return text.emoji === false ? plain : withEmoji(plain);
}
