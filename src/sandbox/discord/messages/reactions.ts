import type { Person, Reaction, StoredMessage } from '../../world.ts';
import type { Discord } from '../discord.ts';
import { botSees, guildOf } from '../find-channel.ts';
import type { Json } from '../json.ts';
import { refusal } from '../refusal.ts';
import { wireEmoji } from '../wire/wire-message.ts';
import { wireMember } from '../wire/wire-user.ts';

const maxReactions = 20;
const normalReaction = 0;

/** Adds a reaction; gives the id of MESSAGE_REACTION_ADD, null when it was there already or the bot is not told. */
export function addReaction(
  discord: Discord,
  message: StoredMessage,
  emoji: string,
  person: Person,
): string | null {
  const { state } = discord;
  const found = message.reactions.find((reaction) => reaction.emoji === emoji);
  if (found?.people.includes(person.id)) return null;
  if (found === undefined && message.reactions.length >= maxReactions) throw refusal(30_010);
  const reactions =
    found === undefined
      ? [...message.reactions, { emoji, people: [person.id] }]
      : message.reactions.map((r) => (r === found ? { ...r, people: [...r.people, person.id] } : r));
  store(discord, message, reactions);
  const guild = guildOf(state, message.channel);
  return tell(discord, 'MESSAGE_REACTION_ADD', message, {
    ...reactionOf(message, emoji, person.id, guild),
    ...(guild === null ? {} : { member: wireMember(person) }),
    message_author_id: message.author,
  });
}

/** Takes a reaction back; gives the id of MESSAGE_REACTION_REMOVE, null when there was none or the bot is not told. */
export function removeReaction(
  discord: Discord,
  message: StoredMessage,
  emoji: string,
  person: string,
): string | null {
  const found = message.reactions.find((reaction) => reaction.emoji === emoji);
  if (found === undefined || !found.people.includes(person)) return null;
  const reactions = message.reactions
    .map((r) => (r === found ? { ...r, people: r.people.filter((id) => id !== person) } : r))
    .filter((r) => r.people.length > 0);
  store(discord, message, reactions);
  const guild = guildOf(discord.state, message.channel);
  return tell(discord, 'MESSAGE_REACTION_REMOVE', message, reactionOf(message, emoji, person, guild));
}

/** Takes away all reactions, or all with one emoji. */
export function clearReactions(discord: Discord, message: StoredMessage, emoji: string | null): void {
  store(
    discord,
    message,
    emoji === null ? [] : message.reactions.filter((reaction) => reaction.emoji !== emoji),
  );
  const guild = guildOf(discord.state, message.channel);
  const where = {
    message_id: message.id,
    channel_id: message.channel,
    ...(guild === null ? {} : { guild_id: guild }),
  };
  if (emoji === null) tell(discord, 'MESSAGE_REACTION_REMOVE_ALL', message, where);
  else tell(discord, 'MESSAGE_REACTION_REMOVE_EMOJI', message, { ...where, emoji: wireEmoji(emoji) });
}

function store({ state, base }: Discord, message: StoredMessage, reactions: Reaction[]): void {
  state.putMessage({ ...message, reactions });
  base.changed('discord', { kind: 'reaction', channel: message.channel, id: message.id });
}

function tell({ state, gateway }: Discord, event: string, message: StoredMessage, data: Json): string | null {
  return botSees(state, message.channel) ? gateway.dispatch(event, message.channel, data) : null;
}

function reactionOf(message: StoredMessage, emoji: string, person: string, guild: string | null): Json {
  return {
    user_id: person,
    message_id: message.id,
    channel_id: message.channel,
    emoji: wireEmoji(emoji),
    burst: false,
    type: normalReaction,
    ...(guild === null ? {} : { guild_id: guild }),
  };
}
