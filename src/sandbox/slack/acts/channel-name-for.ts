import type { Channel } from '../../world.ts';

/** Slack does not tell an app the name of a private channel or a direct message. */
export function channelNameFor(channel: Channel): string {
  if (channel.kind === 'private') return 'privategroup';
  return channel.kind === 'dm' ? 'directmessage' : channel.name;
}
