import type { Logger } from 'pino';
import type { Settings } from '../config/settings.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Platform } from '../delivery/platform.ts';

/** So many requests at a start disturb no limit. */
const channelsAtMost = 20;

/**
 * Looks into each channel of the settings once, so that a wrong id, a missing invitation or a missing right is said
 * at the start and not when the first edition is due. Never rejects.
 */
export async function tryChannels(
  channels: Settings['channels'],
  platforms: readonly Platform[],
  options: { clock: () => number; logger: Logger },
): Promise<void> {
  for (const { name, platform: of, channel } of channels.slice(0, channelsAtMost)) {
    const platform = platforms.find((each) => each.name === of);
    if (platform === undefined) continue;
    try {
      await platform.find({ channel, thread: null }, ['none'], options.clock());
    } catch (error) {
      const { code, message } =
        error instanceof DeliveryError ? error : { code: null, message: String(error) };
      if (code === 'rate-limited') return;
      options.logger.warn({ channel: name, advice: message }, 'this channel would get nothing');
    }
  }
}
