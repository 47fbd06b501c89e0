import { PermissionFlagsBits } from 'discord-api-types/v10';

/** What editions need in a channel, under the names that Discord shows in its settings. */
export const editionPermissions = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Create Public Threads': PermissionFlagsBits.CreatePublicThreads,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
} as const;

/** What the invite asks for: the chart of a weekly roll-up is a file. Nothing more is asked for. */
export const discordPermissions = {
  ...editionPermissions,
  'Attach Files': PermissionFlagsBits.AttachFiles,
} as const;

/** The names of what is needed and not granted. */
export function missingPermissions(granted: bigint, needed: Readonly<Record<string, bigint>>): string[] {
  return Object.entries(needed).flatMap(([name, bit]) => ((granted & bit) === bit ? [] : [name]));
}
