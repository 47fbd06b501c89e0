import type { StoredMessage } from '../../world.ts';
import type { Discord } from '../discord.ts';
import { guildOf } from '../find-channel.ts';
import type { Json } from '../json.ts';
import { hasFlag, messageFlags } from '../message-flags.ts';
import { wireComponents } from '../wire/wire-components.ts';
import { wireEmbeds } from '../wire/wire-embeds.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { mediaSource, storeAttachments, type UploadedFile } from './attachments.ts';
import { mentionsOf } from './mentions.ts';

/** Fields absent from `body` stay; null empties them. The Components V2 flag can be set but never taken away. */
export function editMessage(
  discord: Discord,
  message: StoredMessage,
  body: Json,
  files: UploadedFile[],
): StoredMessage {
  const { state, base } = discord;
  const old = message.payload;
  const attachments = storeAttachments(
    discord,
    message.channel,
    body,
    files,
    (old.attachments ?? []) as Json[],
  );
  const media = mediaSource(discord, attachments);
  const edited: StoredMessage = {
    ...message,
    payload: {
      ...old,
      ...(body.content === undefined
        ? {}
        : { content: typeof body.content === 'string' ? body.content.trim() : '' }),
      ...(body.embeds === undefined ? {} : { embeds: wireEmbeds(body.embeds, media) }),
      ...(body.components === undefined ? {} : { components: wireComponents(body.components, media) }),
      attachments,
      flags: editedFlags(Number(old.flags ?? 0), body.flags),
      ...mentionsOf(state, { ...old, ...body }, old.interaction_metadata !== undefined),
    },
    editedAt: hasFlag(old.flags, messageFlags.loading) ? null : base.clock(),
  };
  state.putMessage(edited);
  base.changed('discord', { kind: 'message', channel: edited.channel, id: edited.id });
  if (edited.privateTo === null) tellOfUpdate(discord, edited);
  return edited;
}

/** MESSAGE_UPDATE, as after an edit, a new thread or a publication. */
export function tellOfUpdate({ state, gateway }: Discord, message: StoredMessage): void {
  const guild = guildOf(state, message.channel);
  gateway.dispatch('MESSAGE_UPDATE', message.channel, {
    ...wireMessage(state, message),
    ...(guild === null ? {} : { guild_id: guild }),
  });
}

/** An edit sets SUPPRESS_EMBEDS and IS_COMPONENTS_V2 only, and ends “is thinking…”. */
function editedFlags(old: number, given: unknown): number {
  const kept = old & ~messageFlags.loading;
  if (typeof given !== 'number') return kept;
  const v2 = given & messageFlags.componentsV2;
  return (kept & ~messageFlags.suppressEmbeds) | (given & messageFlags.suppressEmbeds) | v2;
}
