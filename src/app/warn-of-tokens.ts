import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';

/** Names in the log each channel whose platform has no token: nothing is posted there. */
export function warnOfTokens(
  settings: Settings,
  environment: Pick<Environment, 'slack' | 'discord'>,
  logger: Logger,
): void {
  for (const { name, platform } of settings.channels) {
    if (environment[platform] === null) {
      const tokens = platform === 'slack' ? 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN' : 'DISCORD_TOKEN';
      logger.warn(
        { channel: name, platform },
        `this channel gets nothing: put ${tokens} into .env to connect`,
      );
    }
  }
}
