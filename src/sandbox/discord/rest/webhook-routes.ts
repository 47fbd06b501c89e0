import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
} from 'discord-api-spec/zod';
import type { StoredMessage } from '../../world.ts';
import type { Discord } from '../discord.ts';
import { postAnswer } from '../interactions/answer-message.ts';
import type { Interaction } from '../interactions/interactions.ts';
import { isJson, type Json } from '../json.ts';
import { hasFlag, messageFlags } from '../message-flags.ts';
import { editMessage } from '../messages/edit-message.ts';
import { removeMessage } from '../messages/remove-message.ts';
import { refusal } from '../refusal.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { assertMessage } from './assert-message.ts';
import { noContent, objectBody, ok, param, type RestRequest, type RestRoute } from './rest-route.ts';

const one = '/webhooks/:app/:token/messages/:message';

/**
 * What may follow the first answer, for 15 minutes, by the interaction's token.
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages
 */
export const webhookRoutes: RestRoute[] = [
  {
    method: 'POST',
    path: '/webhooks/:app/:token',
    isOpen: true,
    handle(discord, request) {
      const interaction = interactionOf(discord, request);
      const body = objectBody(request);
      const { files } = request;
      const schema = IncomingWebhookRequestPartialSchema;
      assertMessage(body, { schema, files, isV2: false, isAnswer: true, isNew: true });
      const original =
        interaction.original === null ? undefined : discord.state.messages.get(interaction.original);
      // The first follow-up of a deferred answer takes the place of “is thinking…”, private or not as that was.
      if (interaction.isLoading && original !== undefined) {
        interaction.isLoading = false;
        return ok(wireMessage(discord.state, editMessage(discord, original, body, files)));
      }
      const message = postAnswer(discord, interaction, body, files, interaction.original);
      return ok(wireMessage(discord.state, message));
    },
  },
  {
    method: 'GET',
    path: one,
    isOpen: true,
    handle(discord, request) {
      return ok(wireMessage(discord.state, answerOf(discord, request, interactionOf(discord, request))));
    },
  },
  {
    method: 'PATCH',
    path: one,
    isOpen: true,
    handle(discord, request) {
      const interaction = interactionOf(discord, request);
      const message = answerOf(discord, request, interaction);
      const body = objectBody(request);
      const kept = (message.payload.attachments ?? []) as Json[];
      assertMessage(body, {
        schema: IncomingWebhookUpdateRequestPartialSchema,
        files: request.files,
        keptFiles: kept.map((file) => String(file.filename)),
        isV2: hasFlag(message.payload.flags, messageFlags.componentsV2),
        isAnswer: true,
        isNew: hasFlag(message.payload.flags, messageFlags.loading),
      });
      if (message.id === interaction.original) interaction.isLoading = false;
      return ok(wireMessage(discord.state, editMessage(discord, message, body, request.files)));
    },
  },
  {
    method: 'DELETE',
    path: one,
    isOpen: true,
    handle(discord, request) {
      const message = answerOf(discord, request, interactionOf(discord, request));
      removeMessage(discord, message.channel, message.id);
      return noContent;
    },
  },
];

/** The interaction of the token; before the first answer there is nothing to follow up on. */
function interactionOf(discord: Discord, request: RestRequest): Interaction {
  if (param(request, 'app') !== discord.state.bot().id) throw refusal(10_015);
  const interaction = discord.interactions.byToken(param(request, 'token'));
  if (interaction === undefined) throw refusal(50_027);
  if (interaction.callback === null) throw refusal(10_015);
  return interaction;
}

/** `@original`, or one of the interaction's own messages. */
function answerOf({ state }: Discord, request: RestRequest, interaction: Interaction): StoredMessage {
  const name = param(request, 'message');
  const id = name === '@original' ? interaction.original : name;
  const message = id === null ? undefined : state.messages.get(id);
  const metadata = message?.payload.interaction_metadata;
  const isOwn = isJson(metadata) && metadata.id === interaction.id;
  if (message === undefined || (!isOwn && message.id !== interaction.original)) throw refusal(10_008);
  return message;
}
