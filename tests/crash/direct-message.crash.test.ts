import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import type { Checkpoint } from '../../src/delivery/delivery-options.ts';
import type { PlatformName } from '../../src/sandbox/world.ts';
import { briefText, noonZone } from '../app/brief-text.ts';
import { until } from '../app/start-bot.ts';
import { type CrashBot, spawnBot } from './bots.ts';
import { type CrashWorld, openCrashWorld } from './crash-world.ts';

/** A whole program starts at each step, on a machine that may be busy. */
const patienceMs = 120_000;
const eveningBefore = -14 * 3_600_000;
const places = {
  slack: { channel: 'C0SANDBOXKO', person: 'U0EMMA', command: '/brief', text: 'follow zeppelins' },
  discord: {
    channel: '100000000000000101',
    person: '100000000000000203',
    command: 'mybrief follow',
    options: { topic: 'zeppelins' },
  },
} as const;

function settingsText(briefs: string): string {
  const entry = (platform: PlatformName) =>
    `  - { name: ${platform}, platform: ${platform}, channel: "${places[platform].channel}", schedule: "0 0 1 1 *", timezone: ${noonZone()}, language: en, catchUp: skip }`;
  return `briefs: { folder: ${JSON.stringify(briefs)} }\nchannels:\n${entry('slack')}\n${entry('discord')}\n`;
}

/** Runs the whole program; `dieAt` kills it the first time it comes there. */
function run(world: CrashWorld, number: number, aheadMs: number, point: Checkpoint | null): CrashBot {
  const life = { dieAt: point === null ? null : { point, nth: 1 }, lifeMs: 0 };
  return spawnBot(world, number, 'tests/crash/crash-bot.js', life, {
    aheadMs,
    searches: true,
    askEveryMs: null,
  });
}

async function kill(bot: CrashBot): Promise<void> {
  bot.process.kill('SIGKILL');
  await bot.gone;
}

async function directMessages(world: CrashWorld, platform: PlatformName): Promise<number> {
  const { channels, messages, bot } = await world.look(platform);
  const direct = channels.filter(({ kind }) => kind === 'dm').map(({ id }) => id);
  return messages.filter(({ channel, author }) => direct.includes(channel) && author === bot.user).length;
}

/** In the order in which a message passes them. */
const points = [
  'before-ledger',
  'after-ledger',
  'before-request',
  'request-sent',
  'after-answer-before-record',
] as const;

test('a direct message comes once, although the program is killed at every step on its way', async () => {
  const world = await openCrashWorld((folder) => ({ dataDir: path.join(folder, 'data') }));
  try {
    const briefs = path.join(world.folder, 'briefs');
    writeFileSync(world.settingsPath, settingsText(briefs));
    const evening = run(world, 0, eveningBefore, null);
    await until(
      async () => evening.readyAt !== null || evening.isGone,
      (is) => is,
      patienceMs,
    );
    expect(evening.exitCode).toBeNull();
    for (const platform of ['slack', 'discord'] as const)
      await until(
        () => world.control('POST', `${platform}/act/command`, places[platform]).catch(String),
        (outcome) => (outcome as { acknowledged?: boolean }).acknowledged === true,
        patienceMs,
      );
    await until(
      async () => countIn(world, 'select count(*) as count from follows'),
      (count) => count === 2,
      patienceMs,
    );
    writeFileSync(path.join(briefs, 'zeppelin.md'), briefText('Zeppelins carry freight over the Alps'));
    await until(
      async () => countIn(world, 'select count(*) as count from follow_matches'),
      (count) => count === 2,
      patienceMs,
    );
    await kill(evening);
    let kills = 0;
    for (const [index, point] of points.entries()) {
      const killed = run(world, index + 1, 0, point);
      // Of two messages under way one may have been sent before: then there is nothing left to be killed at.
      await until(
        async () => killed.isGone || openIn(world) === 0,
        (is) => is,
        patienceMs,
      );
      if (killed.isGone && killed.exitCode === null) kills += 1;
      await kill(killed);
    }
    expect(kills).toBeGreaterThanOrEqual(4);
    const last = run(world, 9, 0, null);
    for (const platform of ['slack', 'discord'] as const)
      await until(
        () => directMessages(world, platform),
        (count) => count > 0,
        patienceMs,
      );
    await until(
      async () => openIn(world),
      (count) => count === 0,
      patienceMs,
    );
    await kill(last);
    for (const platform of ['slack', 'discord'] as const)
      expect(await directMessages(world, platform)).toBe(1);
  } finally {
    await world.close();
  }
});

/** What is not told yet, or not settled. */
function openIn(world: CrashWorld): number {
  return (
    countIn(world, 'select count(*) as count from follow_matches where is_told = 0') +
    countIn(world, 'select count(*) as count from deliveries where settled = 0')
  );
}

function countIn(world: CrashWorld, query: string): number {
  const file = new Database(path.join(world.folder, 'data', 'sowhat.db'), { readonly: true });
  const { count } = file.prepare(query).get() as { count: number };
  file.close();
  return count;
}
