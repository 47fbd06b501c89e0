/** Bits of a message's `flags`. @see https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const messageFlags = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  voice: 1 << 13,
  componentsV2: 1 << 15,
} as const;

export function hasFlag(flags: unknown, flag: number): boolean {
  return typeof flags === 'number' && (flags & flag) !== 0;
}
