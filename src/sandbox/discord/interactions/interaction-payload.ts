import type { Channel, Person } from '../../world.ts';
import type { Discord } from '../discord.ts';
import { guildOf, permissionsIn } from '../find-channel.ts';
import type { Json } from '../json.ts';
import { personPermissions } from '../permissions.ts';
import { wireChannel } from '../wire/wire-channel.ts';
import { wireInvoker, wireUser } from '../wire/wire-user.ts';
import type { Interaction } from './interactions.ts';

const guildContext = 0;
const botDmContext = 1;
const maxUploadBytes = 10 * 1024 * 1024;

/**
 * A complete INTERACTION_CREATE; one that lacks a field makes discord.js throw inside its packet handler.
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object
 */
export function interactionPayload(
  { state }: Discord,
  interaction: Interaction,
  person: Person,
  channel: Channel,
  data: Json,
): Json {
  const guild = guildOf(state, channel.id);
  const permissions = personPermissions(person).toString();
  const wired = wireChannel(state, channel);
  return {
    id: interaction.id,
    application_id: state.bot().id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data,
    channel_id: channel.id,
    channel: guild === null ? wired : { ...wired, permissions },
    locale: person.locale,
    app_permissions: permissionsIn(state, channel).toString(),
    entitlements: [],
    authorizing_integration_owners: { '0': guild ?? '0' },
    context: guild === null ? botDmContext : guildContext,
    attachment_size_limit: maxUploadBytes,
    ...(guild === null
      ? { user: wireUser(person) }
      : {
          guild_id: guild,
          guild: { id: guild, locale: state.guild().locale, features: ['COMMUNITY', 'NEWS'] },
          guild_locale: state.guild().locale,
          member: wireInvoker(person),
        }),
  };
}
