import type { SlackAccess } from '../../config/environment.ts';
import type { ChannelSettings } from '../../config/settings.ts';
import { type Finding, good, refused } from '../finding.ts';
import { openSlackDesk } from '../slack-desk.ts';
import { slackHello } from '../slack-hello.ts';
import { type DoctorStore, isBotRunning } from './doctor-store.ts';
import { checkScopes, checkSlackChannel, checkSockets } from './slack-checks.ts';

/** What examining a platform needs. */
export interface PlatformOptions {
  /** Null where the ledger cannot be opened. */
  store: DoctorStore | null;
  clock: () => number;
  timeoutMs: number;
  /** Of both platforms. */
  channels: readonly Pick<ChannelSettings, 'name' | 'channel' | 'platform' | 'weekly'>[];
}

/** Tokens, scopes, sockets and channels of the Slack workspace. */
export async function* examineSlack(
  options: PlatformOptions & { access: SlackAccess; scopes: readonly string[] },
): AsyncGenerator<Finding> {
  const { access, timeoutMs, store, clock } = options;
  const address = { apiUrl: access.apiUrl, timeoutMs };
  const desk = await openSlackDesk(access.botToken, address).catch((error: Error) => error);
  if (desk instanceof Error) {
    yield refused('slack token', desk);
    return;
  }
  yield good('slack token', `the bot token opens the workspace ${desk.team.name}`);
  yield checkScopes(desk.scopes, options.scopes);
  const isRunning = store !== null && (await isBotRunning(store, 'slack', desk.team.id, clock()));
  const hello = await slackHello(access.appToken, address).catch((error: Error) => error);
  yield hello instanceof Error
    ? refused('slack sockets', hello)
    : checkSockets(hello, { isRunning, mayBeMany: store?.engine === 'postgres' });
  for (const entry of options.channels)
    if (entry.platform === 'slack') yield await checkSlackChannel(desk, entry);
}
