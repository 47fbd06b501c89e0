import { randomUUID } from 'node:crypto';
import { standingLines } from '../answers/show/standing-lines.ts';
import { channelPlans } from '../app/channel-plans.ts';
import { createEngine } from '../app/create-engine.ts';
import { knownWorkspaces } from '../app/effective-settings.ts';
import { productionTiming } from '../app/timing.ts';
import { localDate } from '../digest/local-date.ts';
import { openStore } from '../store/open-store.ts';
import { createLogger } from './create-logger.ts';
import type { CommonFlags } from './flags.ts';
import { openBriefs } from './open-briefs.ts';
import { placeOf, readSetup } from './read-setup.ts';
import { say, sayJson } from './say.ts';
import { withChatSettings } from './with-chat-settings.ts';

/** Prints how every channel stands, from the ledger alone. */
export async function status(flags: CommonFlags & { json?: boolean }): Promise<void> {
  const fileSetup = readSetup(flags);
  const logger = createLogger({ level: 'warn', secrets: [], descriptor: 2, readable: process.stderr.isTTY });
  const store = await openStore({ ...placeOf(fileSetup), clock: Date.now });
  const setup = await withChatSettings(fileSetup, store);
  const library = await openBriefs(
    setup.briefsFolder,
    setup.stateDir,
    flags,
    logger,
    'no search',
    store.retractedFiles,
  );
  try {
    const workspaces = await knownWorkspaces(store);
    const engine = createEngine({
      store,
      library,
      platforms: [],
      channels: () => channelPlans(setup, workspaces),
      operator: () => null,
      archive: async () => {},
      logger,
      clock: Date.now,
      timing: productionTiming,
      instance: randomUUID(),
      checkpoint: () => {},
    });
    const standings = await engine.standings();
    if (flags.json) return sayJson(standings);
    if (standings.length === 0) say('No channel was connected yet; `npx sowhat start` connects them.');
    for (const standing of standings) {
      const zone = setup.settings.channels.find(({ name }) => name === standing.name)?.timezone ?? 'UTC';
      const { name, state, lines } = standingLines(standing, localDate(Date.now(), zone));
      say(`${standing.state === 'ok' ? '✓' : '!'} ${name} (${standing.platform}): ${state.en}`);
      for (const line of lines) say(`    ${line.en}`);
    }
  } finally {
    await library.close();
    await store.close();
  }
}
