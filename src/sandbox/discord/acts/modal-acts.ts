import { ControlError } from '../../control-error.ts';
import type { Acts } from '../../platform.ts';
import type { Discord } from '../discord.ts';
import type { DiscordModal } from '../discord-state.ts';
import { interactionPayload } from '../interactions/interaction-payload.ts';
import { interactionTypes } from '../interactions/interactions.ts';
import { isJson, type Json, objectsOf } from '../json.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { sendInteraction } from './await-answer.ts';
import { channelOf, personOf } from './find-in-world.ts';

const textInput = 4;
const textDisplay = 10;
const label = 18;

/** A person fills in and sends, or closes, the modal that is open for them. */
export function modalActs(discord: Discord): Pick<Acts, 'submit' | 'dismiss'> {
  const { state, base, interactions } = discord;

  function openModal(person: string, id: string): DiscordModal {
    const modal = state.modals.get(id);
    if (modal !== undefined && modal.person === person) return modal;
    throw new ControlError(`${person} has no open modal ${id}; look at modals in GET /control/discord.`);
  }
  return {
    async submit(act) {
      const person = personOf(state, act.person);
      const modal = openModal(person.id, act.modal);
      const channel = channelOf(state, modal.channel);
      const message = modal.message === null ? undefined : state.messages.get(modal.message);
      const components = objectsOf(modal.view.components).map((component) => filledIn(component, act.values));
      const started = interactions.start({
        type: interactionTypes.modal,
        person: person.id,
        channel: channel.id,
        message: message?.id ?? null,
        invokedAs: null,
        name: modal.name,
      });
      const data = { custom_id: modal.view.custom_id, components };
      const payload = {
        ...interactionPayload(discord, started.interaction, person, channel, data),
        ...(message === undefined ? {} : { message: wireMessage(state, message) }),
      };
      const outcome = await sendInteraction(discord, started, payload);
      // The real client keeps the modal open, with an error, until the bot has answered.
      if (outcome.error === null) {
        state.modals.remove(modal.id);
        base.changed('discord', { kind: 'modal', id: modal.id });
      }
      return outcome;
    },
    async dismiss(act) {
      state.modals.remove(openModal(act.person, act.modal).id);
      base.changed('discord', { kind: 'modal', id: act.modal });
    },
  };
}

/** A component of the modal with what the person put in, as MODAL_SUBMIT carries it. */
function filledIn(component: Json, values: Readonly<Record<string, string | string[]>>): Json {
  const { type, id } = component;
  if (type === textDisplay) return { type, id };
  if (type === label)
    return { type, id, component: isJson(component.component) ? filledIn(component.component, values) : {} };
  if (Array.isArray(component.components)) {
    return { type, id, components: objectsOf(component.components).map((child) => filledIn(child, values)) };
  }
  const customId = String(component.custom_id);
  const given = values[customId] ?? (type === textInput ? component.value : undefined);
  if (type !== textInput) {
    const list = given === undefined ? [] : [given].flat();
    if (list.length === 0 && component.required !== false) throw new ControlError(`Fill in “${customId}”.`);
    return { type, id, custom_id: customId, values: list };
  }
  const text = given === undefined ? '' : String(given);
  if (text === '' && component.required !== false) throw new ControlError(`Fill in “${customId}”.`);
  if ([...text].length > Number(component.max_length ?? 4000))
    throw new ControlError(`“${customId}” is too long.`);
  if (text !== '' && [...text].length < Number(component.min_length ?? 0))
    throw new ControlError(`“${customId}” is too short.`);
  return { type, id, custom_id: customId, value: text };
}
