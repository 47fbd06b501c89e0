import { ControlError } from '../../control-error.ts';
import type { Acts } from '../../platform.ts';
import type { Discord } from '../discord.ts';
import { postMessage } from '../messages/post-message.ts';
import { addReaction, removeReaction } from '../messages/reactions.ts';
import { removeMessage } from '../messages/remove-message.ts';
import { setArchived } from '../messages/threads.ts';
import { channelOf, messageOf, personOf } from './find-in-world.ts';

type MessageActs = Pick<Acts, 'react' | 'unreact' | 'say' | 'reload' | 'remove'>;

/** A person reacts, writes, deletes, or reloads the client. */
export function messageActs(discord: Discord): MessageActs {
  const { state, base } = discord;

  function reactedTo(act: { person: string; channel: string; message: string; emoji: string }) {
    if (/^:?[a-z0-9_+-]+:?$/i.test(act.emoji)) {
      throw new ControlError(`“${act.emoji}” is a name; send the character itself, such as 🇺🇸.`);
    }
    const person = personOf(state, act.person);
    const message = messageOf(state, act.channel, act.message, null);
    if (message.privateTo !== null) throw new ControlError('Nobody can react to a private answer.');
    return { person, message };
  }
  return {
    async react(act) {
      const { person, message } = reactedTo(act);
      return { event: addReaction(discord, message, act.emoji, person) };
    },
    async unreact(act) {
      const { person, message } = reactedTo(act);
      return { event: removeReaction(discord, message, act.emoji, person.id) };
    },
    async say(act) {
      const person = personOf(state, act.person);
      const channel = channelOf(state, act.thread ?? act.channel);
      if (channel.kind === 'forum')
        throw new ControlError('A forum has no messages of its own; name one of its threads.');
      if (channel.kind === 'thread' && channel.isArchived) setArchived(discord, channel, false);
      const message = postMessage(discord, {
        channel: channel.id,
        author: person.id,
        body: { content: act.text },
      });
      return { id: message.id };
    },
    async reload(act) {
      const person = personOf(state, act.person);
      for (const message of state.messages.all()) {
        if (message.privateTo !== person.id) continue;
        state.removeMessage(message.id);
        base.changed('discord', { kind: 'message', channel: message.channel, id: message.id });
      }
    },
    async remove(act) {
      messageOf(state, act.channel, act.id, null);
      removeMessage(discord, act.channel, act.id);
    },
  };
}
