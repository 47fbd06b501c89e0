import type { StoredMessage } from '../../world.ts';
import type { Discord } from '../discord.ts';
import { refusal } from '../refusal.ts';

/** The channel's messages as reading shows them, oldest first: nothing private, and nothing the history lags behind on. */
export function visibleMessages({ state, base }: Discord, channel: string): StoredMessage[] {
  const newest = base.clock() - base.faults.historyLagMs('discord');
  return state
    .messagesOf(channel)
    .filter((message) => message.privateTo === null && message.createdAt <= newest);
}

/** 10008 when there is no such message to read in the channel. */
export function visibleMessage({ state, base }: Discord, channel: string, id: string): StoredMessage {
  const message = state.messages.get(id);
  const newest = base.clock() - base.faults.historyLagMs('discord');
  if (
    message === undefined ||
    message.channel !== channel ||
    message.privateTo !== null ||
    message.createdAt > newest
  ) {
    throw refusal(10_008);
  }
  return message;
}

/** A message to act upon: the history may lag, what is stored can be edited all the same. */
export function storedMessage({ state }: Discord, channel: string, id: string): StoredMessage {
  const message = state.messages.get(id);
  if (message === undefined || message.channel !== channel || message.privateTo !== null)
    throw refusal(10_008);
  return message;
}
