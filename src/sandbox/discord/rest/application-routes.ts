import { ApplicationFlags } from 'discord-api-types/v10';
import type { Discord } from '../discord.ts';
import { sessionStartLimit } from '../gateway/session-starts.ts';
import type { Json } from '../json.ts';
import { botPermissionNames, permissionBits } from '../permissions.ts';
import { wireUser } from '../wire/wire-user.ts';
import { ok, type RestRoute } from './rest-route.ts';

/** Intents switched on in the developer portal show as flags of the application. */
const intentFlags: Readonly<Record<string, number>> = {
  GUILD_PRESENCES: ApplicationFlags.GatewayPresenceLimited,
  GUILD_MEMBERS: ApplicationFlags.GatewayGuildMembersLimited,
  MESSAGE_CONTENT: ApplicationFlags.GatewayMessageContentLimited,
};

/** The application itself, and where its gateway is. */
export const applicationRoutes: RestRoute[] = [
  { method: 'GET', path: '/gateway', isOpen: true, handle: (discord) => ok({ url: gatewayUrl(discord) }) },
  {
    method: 'GET',
    path: '/gateway/bot',
    handle(discord) {
      const limit = sessionStartLimit(discord.state, discord.base.clock());
      return ok({ url: gatewayUrl(discord), shards: 1, session_start_limit: limit });
    },
  },
  { method: 'GET', path: '/applications/@me', handle: (discord) => ok(wireApplication(discord)) },
  { method: 'GET', path: '/oauth2/applications/@me', handle: (discord) => ok(wireApplication(discord)) },
];

function gatewayUrl({ base }: Discord): string {
  return `${base.origin().replace(/^http/, 'ws')}/discord/gateway`;
}

function wireApplication({ state }: Discord): Json {
  const bot = state.bot();
  const owner = state.people.all().find((person) => person.isAdmin) ?? bot;
  let flags = 0;
  for (const [intent, flag] of Object.entries(intentFlags)) {
    if (state.scopes().includes(intent)) flags |= flag;
  }
  const install = {
    scopes: ['applications.commands', 'bot'],
    permissions: permissionBits(botPermissionNames).toString(),
  };
  return {
    id: bot.id,
    name: bot.name,
    icon: null,
    description: '',
    type: null,
    flags,
    flags_new: String(flags),
    bot: wireUser(bot),
    bot_public: false,
    bot_require_code_grant: false,
    install_params: install,
    integration_types_config: { '0': { oauth2_install_params: install } },
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: wireUser(owner),
    team: null,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
  };
}
