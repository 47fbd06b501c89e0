import type { ActionsBlock, ActionsBlockElement, PlainTextOption } from '@slack/types';
import { withoutInvisible } from '../briefs/plain-text.ts';
import type { Block, Button } from '../message/message.ts';
import { webLink } from '../message/web-link.ts';
import { slackLimits as limits } from './limits.ts';

function clipped(text: string, limit: number): string {
  const points = [...withoutInvisible(text).replace(/\s+/g, ' ')];
  return points.length <= limit ? points.join('') : `${points.slice(0, limit - 1).join('')}…`;
}

/** A button as Block Kit; nothing for a link whose address is not http(s). */
export function renderButton(from: Button, id: string, index: number): ActionsBlockElement[] {
  const text = { type: 'plain_text' as const, text: clipped(from.label, limits.buttonLabel), emoji: false };
  if (from.kind === 'press') {
    const style = from.style ? { style: from.style } : {};
    return [{ type: 'button', text, action_id: from.action, value: id, ...style }];
  }
  const url = webLink(from.url);
  return url === '' ? [] : [{ type: 'button', text, action_id: `link:${index}`, url }];
}

/** Slack refuses an empty description, and one that only held invisible characters is empty. */
function described(text = ''): Pick<PlainTextOption, 'description'> {
  const said = clipped(text, limits.optionLabel);
  return said.trim() === '' ? {} : { description: { type: 'plain_text', text: said, emoji: false } };
}

/** A menu as Block Kit, in a block of its own. */
export function renderSelect(block: Extract<Block, { kind: 'select' }>, id: string): ActionsBlock {
  return {
    type: 'actions',
    // A menu has no value of its own to carry the id.
    block_id: `${id}:${block.action}`,
    elements: [
      {
        type: 'static_select',
        action_id: block.action,
        placeholder: { type: 'plain_text', text: clipped(block.placeholder, 150), emoji: false },
        options: block.choices.map(({ label, value, description }) => ({
          text: { type: 'plain_text', text: clipped(label, limits.optionLabel), emoji: false },
          value,
          ...described(description),
        })),
      },
    ],
  };
}
