import type { Channel, World } from '../../../world.ts';
import type { PageState } from './page-state.ts';
import { channelMessages } from './visible-messages.ts';

/** Whether a channel holds a message newer than the last the reader had on screen. The open channel never does. */
export function isUnread(world: World, channel: Channel, state: PageState): boolean {
  const isOpen = state.place.platform === world.platform && state.place.channel === channel.id;
  if (isOpen || channel.kind === 'thread') return false;
  const last = channelMessages(world, channel.id, state.person[world.platform]).at(-1);
  return last !== undefined && last.createdAt > (state.seen[`${world.platform}/${channel.id}`] ?? 0);
}
