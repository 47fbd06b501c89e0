import type { StoredMessage } from '../../world.ts';
import type { Discord } from '../discord.ts';
import type { Json } from '../json.ts';
import { hasFlag, messageFlags } from '../message-flags.ts';
import type { UploadedFile } from '../messages/attachments.ts';
import { messageTypes, postMessage } from '../messages/post-message.ts';
import { wireUser } from '../wire/wire-user.ts';
import { type Interaction, interactionTypes } from './interactions.ts';

/** Stores a message that answers an interaction: the first answer, or with `replyTo` a follow-up to it. */
export function postAnswer(
  discord: Discord,
  interaction: Interaction,
  body: Json,
  files: UploadedFile[],
  replyTo: string | null,
): StoredMessage {
  const { state } = discord;
  const reference = replyTo ?? (interaction.type === interactionTypes.command ? null : interaction.message);
  return postMessage(discord, {
    channel: interaction.channel,
    author: state.bot().id,
    body,
    files,
    type: reference === null ? messageTypes.command : messageTypes.reply,
    privateTo: hasFlag(body.flags, messageFlags.ephemeral) ? interaction.person : null,
    invokedAs: replyTo === null ? interaction.invokedAs : null,
    isAnswer: true,
    extra: {
      application_id: state.bot().id,
      webhook_id: state.bot().id,
      interaction_metadata: interactionMetadata(discord, interaction, replyTo),
      ...(reference === null
        ? {}
        : {
            message_reference: {
              type: 0,
              channel_id: interaction.channel,
              message_id: reference,
              guild_id: state.guild().id,
            },
          }),
    },
  });
}

/** @see https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
function interactionMetadata({ state }: Discord, interaction: Interaction, original: string | null): Json {
  const person = state.people.get(interaction.person);
  const shared: Json = {
    id: interaction.id,
    ...(person === undefined ? {} : { user: wireUser(person) }),
    authorizing_integration_owners: { '0': state.guild().id },
    ...(original === null ? {} : { original_response_message_id: original }),
  };
  if (interaction.type === interactionTypes.command) return { ...shared, type: 2, name: interaction.name };
  const component = { ...shared, type: 3, interacted_message_id: interaction.message ?? interaction.id };
  if (interaction.type === interactionTypes.component) return component;
  const trigger = interaction.message === null ? { ...shared, type: 2, name: interaction.name } : component;
  return { ...shared, type: 5, triggering_interaction_metadata: trigger };
}
