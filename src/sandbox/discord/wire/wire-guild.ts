import type { DiscordState } from '../discord-state.ts';
import type { Json } from '../json.ts';
import { personPermissions, rolePermissions } from '../permissions.ts';
import { wireChannel } from './wire-channel.ts';
import { adminRole, botRole, everyoneRole, memberRole, wireMember } from './wire-user.ts';

/** Roles: everyone (may nothing by itself, so that the bot's own role decides), the bot's, members', admins'. */
export function wireRoles(state: DiscordState): Json[] {
  const somebody = { id: '', name: '', locale: '', isBot: false, isAdmin: false };
  return [
    role(everyoneRole, '@everyone', 0n, 0),
    role(memberRole, 'Members', personPermissions(somebody), 1),
    {
      ...role(botRole, state.bot().name, rolePermissions(state.scopes()), 2),
      managed: true,
      tags: { bot_id: state.bot().id },
    },
    role(adminRole, 'Admins', personPermissions({ ...somebody, isAdmin: true }), 3),
  ];
}

function role(id: string, name: string, permissions: bigint, position: number): Json {
  return {
    id,
    name,
    permissions: permissions.toString(),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

/** A guild object. @see https://docs.discord.com/developers/resources/guild#guild-object */
export function wireGuild(state: DiscordState): Json {
  const guild = state.guild();
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: ['COMMUNITY', 'NEWS'],
    banner: null,
    owner_id: state.people.all().find((person) => person.isAdmin)?.id ?? state.bot().id,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 0,
    roles: wireRoles(state),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.locale,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/**
 * GUILD_CREATE as a bot without the members intent gets it: itself as the only member, all channels, the active
 * threads it may see. The lists must be there even when empty, or discord.js waits 15 s for the server.
 */
export function wireGuildCreate(
  state: DiscordState,
  joinedAt: string,
  sees: (channel: string) => boolean,
): Json {
  const channels = state.channels.all().filter((channel) => channel.kind !== 'dm');
  const threads = channels.filter((c) => c.kind === 'thread' && !c.isArchived && sees(c.id));
  return {
    ...wireGuild(state),
    joined_at: joinedAt,
    large: false,
    unavailable: false,
    member_count: state.people.all().length,
    members: [wireMember(state.bot())],
    channels: channels.filter((c) => c.kind !== 'thread' && !c.isArchived).map((c) => wireChannel(state, c)),
    threads: threads.map((thread) => wireChannel(state, thread)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Whether the bot was invited at all. */
export function botIsInvited(state: DiscordState): boolean {
  return state.scopes().includes('bot');
}
