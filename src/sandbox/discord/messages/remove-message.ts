import type { Discord } from '../discord.ts';
import { guildOf } from '../find-channel.ts';

/** Deletes a message. A thread that hangs on it stays. */
export function removeMessage({ state, base, gateway }: Discord, channel: string, id: string): void {
  const isPrivate = state.messages.get(id)?.privateTo !== null;
  state.removeMessage(id);
  base.changed('discord', { kind: 'message', channel, id });
  if (isPrivate) return;
  const guild = guildOf(state, channel);
  gateway.dispatch('MESSAGE_DELETE', channel, {
    id,
    channel_id: channel,
    ...(guild === null ? {} : { guild_id: guild }),
  });
}
