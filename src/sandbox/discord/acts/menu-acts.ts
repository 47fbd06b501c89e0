import { ControlError } from '../../control-error.ts';
import type { Acts } from '../../platform.ts';
import type { Discord } from '../discord.ts';
import { interactionPayload } from '../interactions/interaction-payload.ts';
import { interactionTypes } from '../interactions/interactions.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { sendInteraction } from './await-answer.ts';
import { commandTypes, findCommand, translationFor } from './find-command.ts';
import { channelOf, messageOf, personOf } from './find-in-world.ts';

/**
 * A person picks a message command from the menu of a message (Apps), whoever wrote it. The app is given that message
 * in full, without any intent.
 * @see https://docs.discord.com/developers/interactions/application-commands#message-commands
 */
export function menuActs(discord: Discord): Pick<Acts, 'menu'> {
  const { state, interactions } = discord;
  return {
    async menu(act) {
      const person = personOf(state, act.person);
      const channel = channelOf(state, act.channel);
      const message = messageOf(state, channel.id, act.message, person.id);
      if (message.privateTo !== null) throw new ControlError('A private answer has no apps in its menu.');
      const command = findCommand(state, commandTypes.message, act.entry, person, channel);
      const name = String(command.definition.name);
      const started = interactions.start({
        type: interactionTypes.command,
        person: person.id,
        channel: channel.id,
        message: null,
        invokedAs: translationFor(command.definition, person.locale) ?? name,
        name,
      });
      const data = {
        id: command.id,
        name,
        type: commandTypes.message,
        ...(command.guild === null ? {} : { guild_id: command.guild }),
        target_id: message.id,
        resolved: { messages: { [message.id]: wireMessage(state, message) } },
      };
      return sendInteraction(
        discord,
        started,
        interactionPayload(discord, started.interaction, person, channel, data),
      );
    },
  };
}
