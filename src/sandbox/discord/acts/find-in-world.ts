import { ControlError } from '../../control-error.ts';
import type { Channel, Person, StoredMessage } from '../../world.ts';
import type { DiscordState } from '../discord-state.ts';

export function personOf(state: DiscordState, id: string): Person {
  const person = state.people.get(id);
  if (person === undefined) throw new ControlError(`There is no person ${id}; add one with seed first.`);
  if (person.isBot) throw new ControlError(`${person.name} is a bot; act as a person.`);
  return person;
}

export function channelOf(state: DiscordState, id: string): Channel {
  const channel = state.channels.get(id);
  if (channel === undefined) throw new ControlError(`There is no channel ${id}; add one with seed first.`);
  return channel;
}

/** The message as this person sees it: private answers to others do not exist. */
export function messageOf(
  state: DiscordState,
  channel: string,
  id: string,
  person: string | null,
): StoredMessage {
  const message = state.messages.get(id);
  const isHidden = message?.privateTo !== null && person !== null && message?.privateTo !== person;
  if (message === undefined || message.channel !== channel || isHidden) {
    throw new ControlError(`There is no message ${id} in channel ${channel}; look at GET /control/discord.`);
  }
  return message;
}
