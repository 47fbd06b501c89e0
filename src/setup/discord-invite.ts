import { discordPermissions } from '../discord/needed-permissions.ts';

/**
 * The address that adds the bot to a server with exactly these permissions.
 * @see https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function discordInviteLink(application: string): string {
  const permissions = Object.values(discordPermissions).reduce((all, bit) => all | bit, 0n);
  const query = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: permissions.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}
