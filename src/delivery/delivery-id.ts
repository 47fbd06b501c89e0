import { createHash } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * The id of one message: equal for equal parts, 24 characters `a-z2-7` (120 bits).
 * Short enough for Discord's nonce (25 characters, https://docs.discord.com/developers/resources/message#create-message).
 */
export function deliveryId(...parts: readonly (string | number)[]): string {
  const bytes = createHash('sha256').update(parts.join('|')).digest();
  let id = '';
  for (let index = 0; index < 24; index += 1) {
    const bit = index * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    id += alphabet[(pair >> (11 - (bit & 7))) & 31];
  }
  return id;
}
