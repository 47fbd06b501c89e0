import { PermissionFlagsBits } from 'discord-api-types/v10';

/** What the bot needs in a channel, under the names that Discord shows in its settings. Nothing more is asked for. */
export const discordPermissions = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

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
