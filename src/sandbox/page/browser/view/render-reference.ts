import type { StoredMessage, World } from '../../../world.ts';
import { renderDiscordMessage } from '../discord/render-discord-message.ts';
import { phrase } from '../platform/phrases.ts';
import { asRecord, asText } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h, type Tree } from '../tree/tree.ts';
import { treeToText } from '../tree/tree-to-text.ts';

/** The line above a Discord reply that shows what it answers; null for a message that answers none. */
export function renderReference(message: StoredMessage, world: World, context: RenderContext): Tree | null {
  const id = asText(asRecord(message.payload.message_reference).message_id);
  const original = id === '' ? undefined : world.messages.find((one) => one.id === id);
  if (!original) return null;
  const name = context.personName(original.author) ?? phrase('deletedPerson', context.language);
  const words = treeToText([renderDiscordMessage(original.payload, context)]).slice(0, 120);
  return h('div.reference', {}, h('strong', {}, `@${name}`), ' ', h('span', {}, words));
}
