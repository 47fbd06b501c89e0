import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import type { Settings } from '../config/settings.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { DeliveryOptions } from '../delivery/delivery-options.ts';
import type { Platform } from '../delivery/platform.ts';
import type { PlatformName } from '../digest/edition.ts';
import type { Follows } from '../follows/create-follows.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/open-store.ts';
import { archiveLate } from './archive-late.ts';
import { every } from './every.ts';
import type { FillIn } from './fill-in-briefs.ts';
import type { EditsKept } from './keep-edits.ts';
import type { LiveSettings } from './live-settings.ts';
import { createWeeklyPosts } from './post-weekly.ts';
import { openFolderWatch } from './tell-missing-folder.ts';
import { openQuarantineDesk } from './tell-quarantined.ts';
import { openRestartDesk } from './tell-restart.ts';
import type { Timing } from './timing.ts';
import { tryChannels } from './try-channels.ts';
import { warnOfTokens } from './warn-of-tokens.ts';

export interface Turns {
  /** One turn of what posts: the settings are read again, and what is due is posted. */
  tick(): Promise<void>;
  stop(): void;
}

/** What the program does again and again: scans, fills in, posts what is due, carries edits out, tells the operator. */
export function takeTurns(program: {
  live: LiveSettings;
  /** As they were at the start. */
  settings: Settings;
  settingsPath: string;
  environment: Pick<Environment, 'slack' | 'discord'>;
  /** Those connected so far. */
  platforms: readonly Platform[];
  workspaces: ReadonlyMap<PlatformName, string>;
  library: Library;
  store: Store;
  delivery: Delivery;
  edits: EditsKept;
  follows: Pick<Follows, 'turn'>;
  archive: DeliveryOptions['onEditionsPosted'];
  fillIn?: FillIn;
  logger: Logger;
  clock: () => number;
  timing: Timing;
}): Turns {
  const { live, platforms, library, store, delivery, logger, clock, timing } = program;
  const settings = () => live.now().settings;
  const postWeekly = createWeeklyPosts({ store, requestPost: delivery.request, clock, logger });

  const restart = openRestartDesk({ ...program, notify: delivery.notify, mended: delivery.mended });

  async function tick(): Promise<void> {
    const { isChanged, mistakes } = await live.reload();
    if (isChanged) {
      const { channels } = settings();
      warnOfTokens(settings(), program.environment, logger);
      void tryChannels(channels, platforms, { clock, logger });
      logger.info({ channels: channels.length }, 'the settings were read again');
    }
    if (mistakes !== null && mistakes.length > 0) {
      logger.error({ problems: mistakes }, 'the changed settings have mistakes; the old ones stay');
      await delivery.notify('settings', mistakes.join('\n'));
    } else if (mistakes !== null) await delivery.mended('settings');
    await restart.report(live.fromFile());
    await delivery.tick();
    await postWeekly(settings().channels, program.workspaces);
  }

  let unfilled: string | null = null;
  async function fillIn(): Promise<void> {
    const problem = (await program.fillIn?.run(settings().processing)) ?? null;
    if (problem === unfilled) return;
    unfilled = problem;
    if (problem === null) await delivery.mended('processing');
    else await delivery.notify('processing', problem);
  }

  const desk = openQuarantineDesk({ store, notify: delivery.notify });
  library.onScan(({ quarantined }) => {
    desk
      .report(quarantined)
      .catch((error: unknown) =>
        logger.error({ err: error }, 'the operator could not be told what is kept out'),
      );
  });

  const folder = openFolderWatch({ store, notify: delivery.notify, mended: delivery.mended });
  library.onScan((report) => {
    folder
      .report(report)
      .catch((error: unknown) =>
        logger.error({ err: error }, 'the operator could not be told how the briefs folder stands'),
      );
  });

  const stops = [
    every(timing.scanMs, fillIn, logger),
    every(timing.tickMs, tick, logger),
    // Apart from what posts, which may wait long for a repository: what was taken back must be gone within a minute.
    every(timing.tickMs, program.edits.run, logger),
    every(timing.scanMs, async () => void (await library.scan()), logger),
    every(timing.scanMs, program.follows.turn, logger),
    every(timing.scanMs, archiveLate({ store, archive: program.archive, logger }), logger),
  ];
  return {
    tick,
    stop() {
      for (const stop of stops) stop();
    },
  };
}
