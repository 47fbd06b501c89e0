import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { exportSettings } from '../config/export-settings.ts';
import { textOf } from '../config/text-of.ts';
import { openStore } from '../store/open-store.ts';
import type { CommonFlags } from './flags.ts';
import { entryNamed } from './preview.ts';
import { placeOf, readSetup } from './read-setup.ts';
import { say } from './say.ts';
import { withChatSettings } from './with-chat-settings.ts';

/** Prints the settings that count as YAML: the file, its comments, and what was set in the chat. */
export async function configExport(flags: CommonFlags): Promise<void> {
  const setup = settingsOf(flags);
  const store = await openStore({ ...placeOf(setup), clock: Date.now });
  try {
    const { overrides } = await withChatSettings(setup, store);
    const flat = overrides.map(({ spot, key, value, by }) => ({ ...spot, key, value, by: by.name }));
    process.stdout.write(exportSettings(textOf(flags.config) ?? '', setup.settings, flat));
  } finally {
    await store.close();
  }
}

/** Takes back what was set in the chat, of one channel or of all; a running bot goes by it at its next tick. */
export async function configReset(flags: CommonFlags & { channel?: string }): Promise<void> {
  const setup = settingsOf(flags);
  const store = await openStore({ ...placeOf(setup), clock: Date.now });
  try {
    const live = await withChatSettings(setup, store);
    const one = flags.channel === undefined ? null : entryNamed(live, flags.channel);
    const spots = new Map(
      live.overrides
        .filter(
          ({ spot }) => one === null || (spot.platform === one.platform && spot.channel === one.channel),
        )
        .map(({ spot }) => [`${spot.platform} ${spot.channel}`, spot]),
    );
    if (spots.size === 0) say('Nothing was set in the chat; nothing is changed.');
    for (const [where, spot] of spots) {
      const unset = live.overrides
        .filter((each) => each.spot.platform === spot.platform && each.spot.channel === spot.channel)
        .map(({ key }) => key);
      const by = { id: '', name: userName() };
      await store.changeOverrides({ id: randomUUID(), spot, by, at: Date.now(), set: {}, unset });
      const isSame = (entry: { platform: string; channel: string }) =>
        entry.platform === spot.platform && entry.channel === spot.channel;
      const name = live.settings.channels.find(isSame)?.name ?? where;
      const isInFile = setup.settings.channels.some(isSame);
      say(
        isInFile
          ? `${name}: the settings file counts again (${unset.join(', ')}).`
          : `${name}: was set up in the chat alone, and gets no editions any more.`,
      );
    }
  } finally {
    await store.close();
  }
}

/** These commands need no briefs: whether a repository of them was pulled is not asked. */
function settingsOf(flags: CommonFlags) {
  return readSetup(flags, 'pulls');
}

/** Whoever sits at the terminal, for the log of changes. */
function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // A user id without a name, as containers have it.
    return 'terminal';
  }
}
