import type { Logger } from 'pino';
import type { OverrideStore } from '../answers/manage/override-store.ts';
import { sayProblem } from '../config/read-settings.ts';
import type { Settings } from '../config/settings.ts';
import type { SettingsFile } from '../config/watch-settings.ts';
import type { PlatformName } from '../digest/edition.ts';
import { type EffectiveSettings, effectiveSettings } from './effective-settings.ts';

/** The settings that count now, while the bot runs. */
export interface LiveSettings {
  /** As they were last read. */
  now(): EffectiveSettings;
  /** As the file says, without what was set in the chat. */
  fromFile(): Settings;
  /** Reads again what was set in the chat, here or by another program on the same ledger. @returns whether it changed */
  refresh(): Promise<boolean>;
  /** Reads the file too, if it changed. */
  reload(): Promise<{
    isChanged: boolean /** Mistakes of a changed file; null where it was not changed. */;
    mistakes: string[] | null;
  }>;
}

export async function openLiveSettings(options: {
  file: SettingsFile;
  /** For messages. */
  path: string;
  settings: Settings;
  store: Pick<OverrideStore, 'overrides'>;
  workspaces: ReadonlyMap<PlatformName, string>;
  logger: Logger;
}): Promise<LiveSettings> {
  const { file, path, store, workspaces, logger } = options;
  let fromFile = options.settings;
  let effective = await effectiveSettings(fromFile, store, workspaces);
  warn();

  function warn(): void {
    for (const { message } of effective.problems)
      logger.warn({ advice: message }, 'a setting from the chat is left out');
  }

  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: an older reading must not come after a newer one. */
  function refresh(): Promise<boolean> {
    const mine = turn.then(read);
    turn = mine.catch(() => {});
    return mine;
  }

  async function read(): Promise<boolean> {
    const before = JSON.stringify(effective);
    effective = await effectiveSettings(fromFile, store, workspaces);
    const isChanged = JSON.stringify(effective) !== before;
    if (isChanged) warn();
    return isChanged;
  }

  return {
    now: () => effective,
    fromFile: () => fromFile,
    refresh,
    async reload() {
      const reading = file.readIfChanged();
      if (reading?.settings) fromFile = reading.settings;
      const mistakes = reading?.problems.map((problem) => sayProblem(path, problem)) ?? null;
      return { isChanged: await refresh(), mistakes };
    },
  };
}
