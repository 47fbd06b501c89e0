import { randomUUID } from 'node:crypto';
import { channelPlans } from '../app/channel-plans.ts';
import { createEngine } from '../app/create-engine.ts';
import { keepArchive } from '../app/keep-archive.ts';
import { openDiscordSide, openSlackSide } from '../app/open-sides.ts';
import { productionTiming } from '../app/timing.ts';
import { secretsOf } from '../config/secrets-of.ts';
import type { PlatformName } from '../digest/edition.ts';
import { openStore } from '../store/open-store.ts';
import { createLogger } from './create-logger.ts';
import { CliError, type CommonFlags } from './flags.ts';
import { followBriefs } from './follow-briefs.ts';
import { openBriefs } from './open-briefs.ts';
import { openTrial } from './open-trial.ts';
import { entryNamed } from './preview.ts';
import { placeOf, readSetup } from './read-setup.ts';
import { instantOf, say, sayJson } from './say.ts';
import { withChatSettings } from './with-chat-settings.ts';

/** How long posting may take before the command gives up waiting; the ledger goes on from there. */
const patienceMs = 120_000;

/** Posts the slot that was last due, from the shell. */
export async function post(
  flags: CommonFlags & { channel: string; at?: string; json?: boolean },
): Promise<void> {
  const fileSetup = readSetup(flags, 'pulls');
  const at = instantOf(flags.at);
  const store = await openStore({ ...placeOf(fileSetup), clock: Date.now });
  const setup = await withChatSettings(fileSetup, store);
  const entry = entryNamed(setup, flags.channel);
  const trial = setup.isTrial ? await openTrial(setup.stateDir, '0') : null;
  const access = trial?.environment ?? setup.environment;
  const logger = createLogger({
    level: 'warn',
    secrets: secretsOf({ ...setup.environment, ...access }),
    descriptor: 2,
    readable: process.stderr.isTTY,
  });
  const library = followBriefs(
    await openBriefs(setup.briefsFolder, setup.stateDir, flags, logger, 'no search', store.retractedFiles),
    setup.briefs,
    flags.data,
    (error) => error && logger.warn(error.message),
  );
  const environment = { slack: null, discord: null, [entry.platform]: access[entry.platform] };
  if (access[entry.platform] === null) {
    const tokens = entry.platform === 'slack' ? 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN' : 'DISCORD_TOKEN';
    throw new CliError(`${entry.name} is a ${entry.platform} channel: put ${tokens} into .env first.`);
  }
  const shared = { store, logger, clock: Date.now, timing: productionTiming };
  const { slack, discord } = environment;
  const sides = [
    ...(slack ? [await openSlackSide(slack, shared)] : []),
    ...(discord ? [await openDiscordSide(discord, shared)] : []),
  ];
  const platforms = sides.map(({ platform }) => platform);
  const workspaces = new Map<PlatformName, string>(platforms.map(({ name, workspace }) => [name, workspace]));
  const engine = createEngine({
    ...shared,
    library,
    platforms,
    channels: () => channelPlans(setup, workspaces),
    operator: () => setup.settings.operator,
    archive: keepArchive({ store, archiveDir: setup.archiveDir, feeds: () => setup.settings.feeds }),
    instance: randomUUID(),
    isFlag: () => false,
    onFlag: async () => {},
    checkpoint: () => {},
  });
  try {
    engine.start();
    const result = await engine.post(entry.name, 'due', at);
    const isDone = result.edition === null || (await engine.settled(result.edition, patienceMs));
    const parts = result.edition === null ? [] : await store.partsOf(result.edition);
    if (flags.json) sayJson({ channel: entry.name, ...result, isDone, parts });
    else if (result.edition === null) say(`Nothing new for ${entry.name}; nothing was posted.`);
    else {
      const sent = parts.filter(({ status }) => status === 'sent').length;
      say(
        `${result.edition}: ${sent} of ${parts.length} messages are posted${result.outcome === 'known' ? ' (it was stored before)' : ''}.`,
      );
    }
    if (!isDone) process.exitCode = 1;
  } finally {
    await engine.stop();
    await library.close();
    await store.close();
    await trial?.close();
  }
  process.exit(process.exitCode ?? 0);
}
