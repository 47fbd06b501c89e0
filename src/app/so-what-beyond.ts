import type { Settings } from '../config/settings.ts';
import type { PlatformName } from '../digest/edition.ts';

/**
 * Whether so-whats are told where no entry says so: in other channels, and in direct messages. Not where a channel of
 * the platform keeps them to itself, for its readers are there, too.
 */
export function soWhatBeyond({ channels }: Pick<Settings, 'channels'>, platform: PlatformName): boolean {
  return channels.every((entry) => entry.platform !== platform || entry.soWhat);
}
