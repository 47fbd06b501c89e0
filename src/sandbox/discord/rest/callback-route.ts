import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import type { StoredMessage } from '../../world.ts';
import { choiceFaults } from '../checks/choice-faults.ts';
import { type FormFault, invalidForm } from '../checks/form-fault.ts';
import { isEmptyMessage, messageFaults } from '../checks/message-faults.ts';
import { schemaFaults } from '../checks/schema-faults.ts';
import type { Discord } from '../discord.ts';
import { guildOf } from '../find-channel.ts';
import { postAnswer } from '../interactions/answer-message.ts';
import { callbackTypes, type Interaction, interactionTypes } from '../interactions/interactions.ts';
import { isJson, type Json } from '../json.ts';
import { hasFlag, messageFlags } from '../message-flags.ts';
import { editMessage } from '../messages/edit-message.ts';
import { refusal } from '../refusal.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { assertBytes, assertForm } from './assert-message.ts';
import { noContent, objectBody, ok, param, type RestRequest, type RestRoute } from './rest-route.ts';

const { reply, defer, deferUpdate, update, autocomplete, modal } = callbackTypes;

/** Callback type → its schema, and the interactions it may answer. */
const callbacks = {
  [reply]: { schema: CreateMessageInteractionCallbackRequestSchema, answers: [2, 3, 5] },
  [defer]: { schema: CreateMessageInteractionCallbackRequestSchema, answers: [2, 3, 5] },
  [deferUpdate]: { schema: UpdateMessageInteractionCallbackRequestSchema, answers: [3, 5] },
  [update]: { schema: UpdateMessageInteractionCallbackRequestSchema, answers: [3, 5] },
  [autocomplete]: { schema: ApplicationCommandAutocompleteCallbackRequestSchema, answers: [4] },
  [modal]: { schema: ModalInteractionCallbackRequestSchema, answers: [2, 3] },
} as const;

/**
 * The first answer to an interaction: within 3 s, once.
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction
 */
export const callbackRoute: RestRoute = {
  method: 'POST',
  path: '/interactions/:interaction/:token/callback',
  isOpen: true,
  handle(discord, request) {
    const { base, timings, interactions } = discord;
    const interaction = interactions.byId(param(request, 'interaction'));
    if (interaction === undefined || interaction.token !== param(request, 'token')) throw refusal(10_062);
    if (interaction.callback !== null) throw refusal(40_060);
    const now = base.clock();
    if (now - interaction.createdAt > timings.acknowledgeMs) throw refusal(10_062);
    const body = objectBody(request);
    const data = isJson(body.data) ? body.data : {};
    assertCallback(discord, interaction, body, data, request);
    const type = Number(body.type);
    const message = carryOut(discord, interaction, type, data, request);
    interaction.callback = { type, data, at: now };
    interaction.acknowledged();
    if (request.query.get('with_response') !== 'true') return noContent;
    return ok(callbackResponse(discord, interaction, type, message));
  },
};

function assertCallback(
  discord: Discord,
  interaction: Interaction,
  body: Json,
  data: Json,
  request: RestRequest,
): void {
  const callback = callbacks[Number(body.type) as keyof typeof callbacks];
  if (callback === undefined || !(callback.answers as readonly number[]).includes(interaction.type)) {
    const message = `Value must be one of (${allowedTypes(interaction.type).join(', ')}).`;
    throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
  }
  const faults: FormFault[] = schemaFaults(callback.schema, body);
  if (body.type === autocomplete) faults.push(...choiceFaults(data.choices, ['data', 'choices']));
  if (body.type === reply || body.type === update) {
    const original =
      interaction.message === null ? undefined : discord.state.messages.get(interaction.message);
    const files = request.files.map((file) => file.name);
    const isV2 = body.type === update && hasFlag(original?.payload.flags, messageFlags.componentsV2);
    for (const fault of messageFaults(data, { isV2, isAnswer: true, files })) {
      faults.push({ ...fault, path: ['data', ...fault.path] });
    }
  }
  assertForm(faults);
  if (body.type === reply && isEmptyMessage(data, request.files.length)) throw refusal(50_006);
  assertBytes(data);
}

function allowedTypes(interaction: number): number[] {
  return Object.entries(callbacks)
    .filter(([, { answers }]) => (answers as readonly number[]).includes(interaction))
    .map(([type]) => Number(type));
}

/** Does what the callback says; gives the message it made or changed. */
function carryOut(
  discord: Discord,
  interaction: Interaction,
  type: number,
  data: Json,
  request: RestRequest,
): StoredMessage | null {
  const { state } = discord;
  if (type === autocomplete) return null;
  if (type === modal) {
    openModal(discord, interaction, data);
    return null;
  }
  if (type === reply || type === defer) {
    const isLoading = type === defer;
    const flags = Number(data.flags ?? 0) & messageFlags.ephemeral;
    const body = isLoading ? { flags: flags | messageFlags.loading } : data;
    const message = postAnswer(discord, interaction, body, request.files, null);
    Object.assign(interaction, { original: message.id, isLoading, isPrivate: flags !== 0 });
    return message;
  }
  const original = interaction.message === null ? undefined : state.messages.get(interaction.message);
  if (original === undefined) throw refusal(10_008);
  interaction.original = original.id;
  interaction.isPrivate = original.privateTo !== null;
  return type === update ? editMessage(discord, original, data, request.files) : original;
}

function openModal({ state, base, snowflakes }: Discord, interaction: Interaction, view: Json): void {
  const id = snowflakes.next();
  state.modals.put(id, {
    id,
    person: interaction.person,
    view,
    openedAt: base.clock(),
    channel: interaction.channel,
    message: interaction.message,
    name: interaction.name,
  });
  base.changed('discord', { kind: 'modal', id });
}

function callbackResponse(
  { state }: Discord,
  interaction: Interaction,
  type: number,
  message: StoredMessage | null,
): Json {
  const guild = guildOf(state, interaction.channel);
  const isNew = type === reply || type === defer;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message === null ? {} : { response_message_id: message.id }),
      response_message_loading: type === defer,
      response_message_ephemeral: isNew && interaction.isPrivate,
      channel_id: interaction.channel,
      ...(guild === null ? {} : { guild_id: guild }),
    },
    resource: {
      type,
      ...(message === null || interaction.type === interactionTypes.autocomplete
        ? {}
        : { message: wireMessage(state, message) }),
    },
  };
}
