import type { Environment } from '../config/environment.ts';
import type { ChannelSettings, Settings } from '../config/settings.ts';
import { checkBriefs } from './checks/briefs-check.ts';
import type { DoctorStore } from './checks/doctor-store.ts';
import { examineDiscord } from './checks/examine-discord.ts';
import { examineSlack } from './checks/examine-slack.ts';
import { checkClock, checkNode, checkRoom, checkWriting, checkZone } from './checks/machine-checks.ts';
import { checkFiles, checkSchedules, checkTokens } from './checks/settings-checks.ts';
import { type Finding, failed, good } from './finding.ts';
import { serverDate } from './server-date.ts';
import { surveyBriefs } from './survey-briefs.ts';

export interface ExamineOptions {
  /** This Node, and the one that package.json asks for (`>=20.18.1`). */
  node: { version: string; wanted: string };
  /** The variable TZ; undefined where it is not set. */
  zone: string | undefined;
  settingsPath: string;
  /** Null where it has mistakes. */
  settings: Settings | null;
  environment: Environment | null;
  /** Sentences of what is wrong in the two. */
  problems: { settings: readonly string[]; environment: readonly string[] };
  /** Null where the settings do not say. */
  briefsFolder: string | null;
  /** Folders the bot writes to. */
  folders: readonly string[];
  /** Scopes of the Slack app's manifest. */
  slackScopes: readonly string[];
  /** Opens the ledger. @throws Error with a sentence for the owner */
  openStore: () => Promise<DoctorStore & { close(): Promise<void> }>;
  /** When an entry's next edition is due, epoch ms; null for never. */
  nextDue: (entry: ChannelSettings, now: number) => number | null;
  clock: () => number;
  /** One request, ms. */
  timeoutMs: number;
}

/** Looks at everything the bot needs, nearest first. Writes nothing but what a finding's `fix` does. */
export async function* examine(options: ExamineOptions): AsyncGenerator<Finding> {
  const { settings, environment, clock, briefsFolder } = options;
  yield checkNode(options.node.version, options.node.wanted);
  yield checkZone(options.zone, Intl.supportedValuesOf('timeZone').length);
  yield* checkFiles(options.settingsPath, options.problems);
  // A trial reads the samples, which nobody adds to.
  const isTrial = environment !== null && environment.slack === null && environment.discord === null;
  if (briefsFolder !== null)
    yield checkBriefs(briefsFolder, surveyBriefs(briefsFolder), isTrial ? null : clock());
  for (const folder of options.folders) yield checkWriting(folder);
  yield checkRoom(options.folders);
  if (settings !== null) yield* checkSchedules(settings, clock(), options.nextDue);
  if (environment === null) return;
  if (settings !== null) yield* checkTokens(settings, environment);
  yield* examineWithStore(options, environment);
}

async function* examineWithStore(options: ExamineOptions, environment: Environment): AsyncGenerator<Finding> {
  const { settings, clock, timeoutMs } = options;
  const store = await options.openStore().catch((error: Error) => error);
  yield checkDatabase(store);
  try {
    const { slack, discord } = environment;
    const server = slack ? `${slack.apiUrl}api.test` : discord ? `${discord.apiUrl}/v10/gateway` : null;
    if (server !== null) yield checkClock(await serverDate(server, timeoutMs), clock());
    const ledger = store instanceof Error ? null : store;
    const shared = { store: ledger, clock, timeoutMs, channels: channelsOf(settings) };
    if (slack) yield* examineSlack({ ...shared, access: slack, scopes: options.slackScopes });
    if (discord) yield* examineDiscord({ ...shared, access: discord });
  } finally {
    if (!(store instanceof Error)) await store.close();
  }
}

function checkDatabase(store: DoctorStore | Error): Finding {
  if (!(store instanceof Error))
    return good(
      'database',
      `${store.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'} opens, and its schema is this version's`,
    );
  return failed('database', store);
}

/** The channels that get editions, and the one where the bot reports. */
function channelsOf(
  settings: Settings | null,
): Pick<ChannelSettings, 'name' | 'channel' | 'platform' | 'weekly'>[] {
  if (settings === null) return [];
  const { channels, operator } = settings;
  const isListed = channels.some((entry) => entry.channel === operator?.channel);
  return operator === null || isListed
    ? channels
    : [...channels, { ...operator, name: 'operator', weekly: null }];
}
