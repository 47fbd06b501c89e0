import type { KnownBlock } from '@slack/types';
import type { Message } from '../message/message.ts';
import { plainMessage } from '../message/plain-message.ts';
import type { Payload, Renderer, RenderOptions } from '../message/renderer.ts';
import { uploadsOf } from '../message/uploads-of.ts';
import { deliveryEventType } from './delivery-marker.ts';
import { escapeTopLevel } from './escape-mrkdwn.ts';
import { slackLimits as limits } from './limits.ts';
import { renderBlocks } from './render-blocks.ts';

/** Every text and address in a block, counted in characters as Slack does. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, inner) => sum + lengthOf(inner), 0);
}

function choicesFit(block: KnownBlock): boolean {
  if (block.type !== 'actions') return true;
  return (
    block.elements.length <= limits.buttons &&
    block.elements.every(
      (each) => each.type !== 'static_select' || (each.options ?? []).length <= limits.options,
    )
  );
}

function fits(message: Message): boolean {
  const blocks = renderBlocks(message.groups, 'x'.repeat(40));
  const lengths = blocks.map(lengthOf);
  return (
    blocks.length <= limits.blocks &&
    lengths.every((length, index) => length <= limits.text || blocks[index]?.type === 'actions') &&
    lengths.reduce((sum, length) => sum + length, 0) <= limits.allBlocks &&
    [...escapeTopLevel(plainMessage(message))].length <= limits.topLevelText &&
    blocks.every(choicesFit)
  );
}

function render(message: Message, { id }: RenderOptions): Payload {
  return {
    text: escapeTopLevel(plainMessage(message)),
    blocks: renderBlocks(message.groups, id),
    unfurl_links: false,
    unfurl_media: false,
    // Everybody in the workspace can read it: the id only.
    // @see https://docs.slack.dev/messaging/message-metadata
    metadata: { event_type: deliveryEventType, event_payload: { id } },
    ...uploadsOf(message),
  };
}

/** How Slack says a message: Block Kit, and the whole of it as `text` for notifications and screen readers. */
export const slackRenderer: Renderer = { platform: 'slack', fits, render };
