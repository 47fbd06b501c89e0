import type { Settings } from '../config/settings.ts';

/** Settings that are read when the program starts, and then no more. */
const readAtStart = ['briefs', 'health'] as const;

/** Tells the operator of settings that were changed since, and wait for a start; once, until they are as they were. */
export function openRestartDesk(options: {
  /** As they were at the start. */
  settings: Settings;
  settingsPath: string;
  notify: (cause: string, sentence: string) => Promise<void>;
  mended: (cause: string) => Promise<void>;
}): { report(now: Settings): Promise<void> } {
  const { settings, settingsPath, notify, mended } = options;
  let told: string | null = null;
  return {
    async report(now) {
      const waiting = readAtStart
        .filter((key) => JSON.stringify(now[key]) !== JSON.stringify(settings[key]))
        .join(' and ');
      if (waiting === told) return;
      await mended('restart');
      if (waiting !== '')
        await notify(
          'restart',
          `${settingsPath}: what was changed under ${waiting} counts once the bot is started again.`,
        );
      told = waiting;
    },
  };
}
