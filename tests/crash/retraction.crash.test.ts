import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { editorOf } from '../../src/app/editor-of.ts';
import { settingsFile } from '../../src/config/watch-settings.ts';
import type { PlatformName, StoredMessage } from '../../src/sandbox/world.ts';
import { openStore } from '../../src/store/open-store.ts';
import { until } from '../app/start-bot.ts';
import { type CrashBot, spawnBot } from './bots.ts';
import { type CrashWorld, openCrashWorld } from './crash-world.ts';

/** A whole program starts at each step, on a machine that may be busy. */
const patienceMs = 120_000;
const platforms = ['slack', 'discord'] as const;
const retracted = 'brief-0.md';
const telling = /Event 0 of the crash run|0번째 사건|product 0\b/;
const removed = /편집자가 삭제했습니다|Removed by the editors/;
/** What changes a message. */
const edits = { slack: 'chat.update', discord: 'PATCH /channels/*/messages/*' } as const;

function settingsText(briefs: string): string {
  const entry = (platform: PlatformName, channel: string) =>
    `  - { name: ${platform}, platform: ${platform}, channel: "${channel}", schedule: "0 0 1 1 *", timezone: Asia/Seoul, language: en, catchUp: skip }`;
  return `briefs: { folder: ${JSON.stringify(briefs)} }\nchannels:\n${entry('slack', 'C0SANDBOXKO')}\n${entry('discord', '100000000000000101')}\n`;
}

async function kill(bot: CrashBot): Promise<void> {
  bot.process.kill('SIGKILL');
  await bot.gone;
}

async function posted(world: CrashWorld, platform: PlatformName): Promise<StoredMessage[]> {
  const { messages, bot } = await world.look(platform);
  return messages.filter(({ author, payload }) => author === bot.user && payload.type !== 21);
}

const shows = (messages: readonly StoredMessage[], what: RegExp) =>
  messages.filter(({ payload }) => what.test(JSON.stringify(payload)));

function countIn(world: CrashWorld, query: string): number {
  const file = new Database(path.join(world.folder, 'data', 'sowhat.db'), { readonly: true });
  const { count } = file.prepare(query).get() as { count: number };
  file.close();
  return count;
}

/** As the shell does it, beside a bot that may run or not. */
async function retract(world: CrashWorld): Promise<number> {
  const store = await openStore({ dataDir: path.join(world.folder, 'data'), clock: Date.now });
  const { settings } = settingsFile(world.settingsPath).read();
  if (settings === null) throw new Error('no settings');
  const library = { briefs: async () => [] };
  const editor = editorOf({ store, library, settings: () => settings, clock: Date.now });
  const { messages } = await editor.retract([retracted], '');
  await store.close();
  return messages;
}

test('a retraction is seen through, although the program is killed before, while and after it changes messages', async () => {
  const world = await openCrashWorld((folder) => ({ dataDir: path.join(folder, 'data') }));
  const run = (number: number, askEveryMs: number | null) =>
    spawnBot(world, number, 'tests/crash/crash-bot.js', { dieAt: null, lifeMs: 0 }, { askEveryMs });
  try {
    writeFileSync(world.settingsPath, settingsText(path.join(world.folder, 'briefs')));
    for (let brief = 0; brief < 3; brief += 1) world.writeBrief();
    const poster = run(0, 60_000);
    for (const platform of platforms)
      await until(
        async () => (await posted(world, platform)).length,
        (count) => count === 4,
        patienceMs,
      );
    await until(
      async () => countIn(world, 'select count(*) as count from deliveries where settled = 0'),
      (count) => count === 0,
      patienceMs,
    );
    await kill(poster);
    const before = { slack: await posted(world, 'slack'), discord: await posted(world, 'discord') };
    for (const platform of platforms) expect(shows(before[platform], telling)).toHaveLength(2);

    // In the ledger, and no program that knows of it.
    expect(await retract(world)).toBe(4);

    // Nothing gets through: killed with every change still to be made.
    for (const platform of platforms)
      await world.control('POST', `${platform}/faults`, {
        ...{ id: 'stop', match: { method: edits[platform] }, kind: 'drop-before', count: null },
      });
    const stopped = run(1, null);
    await until(
      async () => countIn(world, 'select count(*) as count from revisions where attempts > 0'),
      (count) => count >= 2,
      patienceMs,
    );
    await kill(stopped);
    for (const platform of platforms) {
      expect(shows(await posted(world, platform), telling)).toHaveLength(2);
      await world.control('DELETE', `${platform}/faults/stop`);
    }

    // Changed, and killed before the answer is there: the ledger does not know.
    for (const platform of platforms)
      await world.control('POST', `${platform}/faults`, {
        ...{ match: { method: edits[platform] }, kind: 'slow', afterMs: 1_000, count: 1 },
      });
    const unheard = run(2, null);
    await until(
      async () =>
        (await Promise.all(platforms.map((platform) => posted(world, platform)))).flatMap((all) =>
          shows(all, removed),
        ).length,
      (count) => count > 0,
      patienceMs,
    );
    await kill(unheard);

    const last = run(3, null);
    await until(
      async () => countIn(world, 'select count(*) as count from revisions where is_done = 0'),
      (count) => count === 0,
      patienceMs,
    );
    await kill(last);
    for (const platform of platforms) {
      const after = await posted(world, platform);
      expect(after.map(({ id }) => id)).toEqual(before[platform].map(({ id }) => id));
      expect(shows(after, telling)).toEqual([]);
      expect(shows(after, removed)).toHaveLength(2);
    }
  } finally {
    await world.close();
  }
});
