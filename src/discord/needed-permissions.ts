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

/** The names of what is needed and not granted. */
export function missingPermissions(granted: bigint): string[] {
  return Object.entries(discordPermissions).flatMap(([name, bit]) => ((granted & bit) === bit ? [] : [name]));
}
