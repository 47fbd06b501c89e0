import type { Reaction, StoredMessage } from '../world.ts';

/**
 * Emoji of countries whose canonical name in Slack is the bare code; `flag-us` and `uk` are aliases.
 * https://github.com/iamcal/emoji-data
 */
const canonical: Record<string, string> = {
  'flag-cn': 'cn',
  'flag-de': 'de',
  'flag-es': 'es',
  'flag-fr': 'fr',
  'flag-gb': 'gb',
  uk: 'gb',
  'flag-it': 'it',
  'flag-jp': 'jp',
  'flag-kr': 'kr',
  'flag-ru': 'ru',
  'flag-us': 'us',
};

/** The name without colons; an alias counts as the emoji it stands for. */
export function emojiName(written: string): string {
  const name = written.replace(/^:|:$/g, '');
  return canonical[name] ?? name;
}

/** The reactions with one more; null when this person had reacted so already. Matching goes by emoji, not by alias. */
export function withReaction(message: StoredMessage, emoji: string, person: string): Reaction[] | null {
  const same = message.reactions.find((reaction) => emojiName(reaction.emoji) === emojiName(emoji));
  if (same === undefined) return [...message.reactions, { emoji, people: [person] }];
  if (same.people.includes(person)) return null;
  return message.reactions.map((reaction) =>
    reaction === same ? { ...reaction, people: [...reaction.people, person] } : reaction,
  );
}

/** The reactions without this one; null when there was none. */
export function withoutReaction(message: StoredMessage, emoji: string, person: string): Reaction[] | null {
  const same = message.reactions.find((reaction) => emojiName(reaction.emoji) === emojiName(emoji));
  if (same?.people.includes(person) !== true) return null;
  return message.reactions
    .map((reaction) =>
      reaction === same ? { ...reaction, people: reaction.people.filter((id) => id !== person) } : reaction,
    )
    .filter((reaction) => reaction.people.length > 0);
}
