import { ControlError } from '../../control-error.ts';
import type { Acts } from '../../platform.ts';
import { flattenComponents } from '../checks/text-budget.ts';
import type { Discord } from '../discord.ts';
import { interactionPayload } from '../interactions/interaction-payload.ts';
import { interactionTypes } from '../interactions/interactions.ts';
import { type Json, objectsOf } from '../json.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { sendInteraction } from './await-answer.ts';
import { channelOf, messageOf, personOf } from './find-in-world.ts';

const button = 2;
const linkStyle = 5;
const stringSelect = 3;

/** A person presses a button or chooses in a select. */
export function pressActs(discord: Discord): Pick<Acts, 'press'> {
  const { state, interactions } = discord;
  return {
    async press(act) {
      if (act.modal !== undefined)
        throw new ControlError('On Discord a modal has no buttons; use act/submit.');
      const person = personOf(state, act.person);
      const channel = channelOf(state, act.channel);
      const message = messageOf(state, channel.id, act.message, person.id);
      const component = flattenComponents(message.payload.components).find((c) => c.custom_id === act.action);
      if (component === undefined) {
        const ids = flattenComponents(message.payload.components).flatMap((c) => c.custom_id ?? []);
        throw new ControlError(
          `The message has no component “${act.action}”; it has ${ids.join(', ') || 'none'}.`,
        );
      }
      if (component.disabled === true) throw new ControlError(`“${act.action}” is disabled.`);
      if (component.style === linkStyle)
        throw new ControlError('A link button opens its address; the bot is not told.');
      const started = interactions.start({
        type: interactionTypes.component,
        person: person.id,
        channel: channel.id,
        message: message.id,
        invokedAs: null,
        name: String(component.custom_id),
      });
      const data: Json = { custom_id: component.custom_id, component_type: component.type, id: component.id };
      if (component.type !== button) Object.assign(data, { values: chosen(component, act.values ?? []) });
      const payload = {
        ...interactionPayload(discord, started.interaction, person, channel, data),
        message: wireMessage(state, message),
      };
      return sendInteraction(discord, started, payload);
    },
  };
}

function chosen(select: Json, values: string[]): string[] {
  const offered = objectsOf(select.options).map((option) => option.value);
  const strange = values.find((value) => select.type === stringSelect && !offered.includes(value));
  if (strange !== undefined) {
    throw new ControlError(`“${strange}” is not offered; choose of ${offered.join(', ')}.`);
  }
  const min = Number(select.min_values ?? 1);
  const max = Number(select.max_values ?? 1);
  if (values.length < min || values.length > max) throw new ControlError(`Choose ${min} to ${max} values.`);
  return values;
}
