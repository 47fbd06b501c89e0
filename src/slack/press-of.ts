import type { BlockAction } from '@slack/bolt';

export interface SlackPress {
  /** Delivery or answer id. */
  id: string;
  action: string;
  values: string[];
  channel: string;
  isPrivate: boolean;
}

/**
 * Reads a press of one of our buttons or menus. A button carries the id in its `value` and the action in its
 * `action_id`; a menu, which has no value of its own, carries the id in its `block_id`.
 * Null for link buttons and for what is not ours.
 */
export function pressOf(body: BlockAction): SlackPress | null {
  const action = body.actions[0];
  if (action === undefined) return null;
  const channel = body.view?.private_metadata ?? String(body.container?.channel_id ?? '');
  // A modal is seen by one person; so is an ephemeral message.
  const isPrivate = body.view !== undefined || body.container?.is_ephemeral === true;
  if (action.type === 'button') {
    if (!action.value) return null;
    return { id: action.value, action: action.action_id, values: [], channel, isPrivate };
  }
  if (action.type === 'static_select') {
    const [id] = action.block_id.split(':');
    const value = action.selected_option?.value;
    if (!id || value === undefined) return null;
    return { id, action: action.action_id, values: [value], channel, isPrivate };
  }
  return null;
}
