import { randomUUID } from 'node:crypto';
import { standingLines } from '../answers/show/standing-lines.ts';
import { channelPlans } from '../app/channel-plans.ts';
import { createEngine } from '../app/create-engine.ts';
import { knownWorkspaces } from '../app/effective-settings.ts';
import { missingFolderSentence } from '../app/tell-missing-folder.ts';
import { productionTiming } from '../app/timing.ts';
import { listFiles } from '../briefs/list-files.ts';
import { localDate } from '../digest/local-date.ts';
import { atLedger } from './at-ledger.ts';
import type { CommonFlags } from './flags.ts';
import { say, sayJson } from './say.ts';

/** Prints how every channel stands, from the ledger alone. */
export async function status(flags: CommonFlags & { json?: boolean }): Promise<void> {
  await atLedger(flags, 'pulls nothing', async ({ setup, store, library, logger }) => {
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
      isFlag: () => false,
      onFlag: async () => {},
      checkpoint: () => {},
    });
    const standings = await engine.standings();
    if (flags.json) return sayJson(standings);
    const folder = setup.briefsFolder;
    const missing = listFiles(folder).problems.find(({ file }) => file === folder);
    if (missing) say(`! ${missingFolderSentence(missing)}`);
    if (standings.length === 0) say('No channel was connected yet; `npx sowhat start` connects them.');
    for (const standing of standings) {
      const zone = setup.settings.channels.find(({ name }) => name === standing.name)?.timezone ?? 'UTC';
      const { name, state, lines } = standingLines(standing, localDate(Date.now(), zone));
      say(`${standing.state === 'ok' ? '✓' : '!'} ${name} (${standing.platform}): ${state.en}`);
      for (const line of lines) say(`    ${line.en}`);
    }
  });
}
