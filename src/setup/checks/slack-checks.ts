import type { ChannelSettings } from '../../config/settings.ts';
import { slackError } from '../../slack/slack-errors.ts';
import { bad, type Finding, good, refused } from '../finding.ts';
import type { SlackDesk } from '../slack-desk.ts';
import type { SlackHello } from '../slack-hello.ts';

/** Sockets that one bot keeps open, so that it hears while one of them is renewed. */
const socketsOfOurs = 2;

/**
 * The scopes the token was granted, against those of the manifest: an app that was made from an older manifest holds
 * fewer until it is installed again, and looks healthy until the first call that needs one.
 */
export function checkScopes(granted: readonly string[], wanted: readonly string[]): Finding {
  const missing = wanted.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return good('slack scopes', `all ${wanted.length} scopes are granted`);
  return bad(
    'slack scopes',
    `The Slack app lacks ${missing.join(', ')}.`,
    'Paste config/manifest.json under api.slack.com/apps → your app → App Manifest, save, then press “Reinstall to Workspace” and copy the bot token again.',
  );
}

/**
 * Whether somebody else uses the app token: Slack gives each event to any one of the sockets, so a forgotten second
 * program takes a share of them and answers nobody.
 * @param isRunning whether the bot of this ledger is running now
 * @param mayBeMany several programs on one ledger are meant to run
 */
export function checkSockets(
  hello: SlackHello,
  { isRunning, mayBeMany }: { isRunning: boolean; mayBeMany: boolean },
): Finding {
  const others = hello.connections - 1;
  const name = 'slack sockets';
  if (others <= 0 || (isRunning && (mayBeMany || others <= socketsOfOurs)))
    return good(
      name,
      isRunning
        ? 'the socket opens; the running bot has its own'
        : 'the socket opens, and nobody else uses it',
    );
  const strangers = isRunning ? others - socketsOfOurs : others;
  return bad(
    name,
    `${strangers} more socket${strangers === 1 ? ' is' : 's are'} open with this app token: a second bot takes a share of the commands and flags.`,
    'Stop the other one; if you cannot find it, revoke the app-level token under “Basic Information” and make a new one.',
  );
}

/** Whether the bot is in a channel and can read what it wrote there, which delivery needs after a lost answer. */
export async function checkSlackChannel(
  { client }: Pick<SlackDesk, 'client'>,
  entry: Pick<ChannelSettings, 'name' | 'channel'>,
): Promise<Finding> {
  const name = `slack channel ${entry.name}`;
  const where = `${entry.name} (${entry.channel})`;
  try {
    const { channel } = await client.conversations.info({ channel: entry.channel });
    const shown = `#${channel?.name ?? entry.channel}`;
    if (channel?.is_archived === true)
      return bad(name, `${shown} is archived.`, `Unarchive it, or remove ${entry.name} from the settings.`);
    if (channel?.is_member !== true) {
      const says = `The bot is not in ${shown}.`;
      const mend = `Type “/invite @Sowhat” in ${shown}.`;
      if (channel?.is_private === true) return bad(name, says, mend);
      return bad(name, says, mend, async () => {
        await client.conversations.join({ channel: entry.channel }).catch((error: unknown) => {
          throw slackError(error, where);
        });
        return `the bot joined ${shown}`;
      });
    }
    await client.conversations.history({ channel: entry.channel, limit: 1 });
    return good(name, `${entry.name}: in ${shown}, and can read what it wrote`);
  } catch (error) {
    const finding = refused(name, slackError(error, where));
    // Some refusals name no channel, and would stand there once for each.
    return finding.says.includes(entry.name)
      ? finding
      : { ...finding, says: `${entry.name}: ${finding.says}` };
  }
}
