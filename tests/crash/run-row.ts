import type { Checkpoint } from '../../src/delivery/delivery-options.ts';
import { openDatabase, type StorePlace } from '../../src/store/open-database.ts';
import { type CrashBot, type DieAt, spawnBot } from './bots.ts';
import { countMessages, type Tally } from './count-messages.ts';
import { type CrashWorld, channels, openCrashWorld } from './crash-world.ts';
import { makeTrouble } from './make-trouble.ts';
import { type Seeded, seeded } from './seeded.ts';

export interface Row {
  name: string;
  /** The whole program, or the half that posts. */
  program: 'crash-bot.js' | 'crash-engine.js';
  instances: number;
  kills: number;
  /** Longest time that reading lags behind, ms. */
  lagMs: number;
  /** The history never shows what was posted. */
  hidesHistory?: true;
  /** Stands processes still past their lease besides killing them. */
  stops: boolean;
  seed: number;
  place: (folder: string) => StorePlace;
}

export interface RowResult extends Tally {
  name: string;
  kills: number;
  stops: number;
  /** Kills at each named point. */
  points: Record<string, number>;
  seconds: number;
}

const points: readonly Checkpoint[] = [
  'before-ledger',
  'after-ledger',
  'before-request',
  'request-sent',
  'after-answer-before-record',
  'between-parts',
  'thread-opening',
  'thread-opened',
];

/** Runs the bot under kills and faults, lets it come to rest, and holds the ledger against what was posted. */
export async function runRow(row: Row): Promise<RowResult> {
  const startedAt = Date.now();
  const random = seeded(row.seed);
  const world = await openCrashWorld(row.place);
  const bots: CrashBot[] = [];
  const killed: Record<string, number> = {};
  let kills = 0;
  let stops = 0;
  try {
    for (let n = 0; n < 3; n += 1) world.writeBrief();
    if (row.hidesHistory)
      for (const platform of ['slack', 'discord'])
        await world.control('POST', `${platform}/history-lag`, { ms: 86_400_000 });
    const trouble = makeTrouble(world, random, row.lagMs);
    for (let begun = 0; kills < row.kills; ) {
      for (const bot of bots.filter((each) => each.isGone)) {
        const where = deathOf(bot);
        killed[where] = (killed[where] ?? 0) + 1;
        if (bot.exitCode === null) kills += 1;
        bots.splice(bots.indexOf(bot), 1);
      }
      while (bots.length < row.instances) {
        bots.push(spawnBot(world, begun % 3, row.program, lifeOf(random, begun)));
        begun += 1;
      }
      await pause(50);
      const victim = bots.find((bot) => !bot.isGone && isOver(bot));
      if (!victim) continue;
      if (row.stops && random.chance(0.5)) {
        stops += 1;
        victim.lifeMs += 5_000;
        victim.process.kill('SIGSTOP');
        await pause(random.between(2_200, 3_500));
        victim.process.kill('SIGCONT');
      } else {
        victim.process.kill('SIGKILL');
        await victim.gone;
      }
    }
    await trouble.end();
    await comeToRest(world, bots, row);
    const tally = await countMessages(world);
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    return { ...tally, name: row.name, kills, stops, points: killed, seconds };
  } finally {
    for (const bot of bots) bot.process.kill('SIGKILL');
    await Promise.all(bots.map((bot) => bot.gone));
    await world.close();
  }
}

/**
 * A third of the processes die at a named point, each point in turn; a few while they start; the others at any
 * instant of their first seconds.
 */
function lifeOf(random: Seeded, turn: number): { dieAt: DieAt | null; lifeMs: number } {
  if (turn % 3 === 0) {
    const point = points[(turn / 3) % points.length] ?? 'before-request';
    return { dieAt: { point, nth: Math.floor(random.between(1, 4)) }, lifeMs: 8_000 };
  }
  const isEarly = random.chance(0.15);
  return { dieAt: null, lifeMs: isEarly ? -random.between(0, 2_000) : random.between(0, 4_000) };
}

function deathOf(bot: CrashBot): string {
  // A supervisor starts a program again that could not connect; this is one.
  if (bot.exitCode !== null) return 'ended by itself';
  return bot.diedAt ?? (bot.readyAt === null ? 'while starting' : 'any instant');
}

/** A life below zero ends while the process starts. */
function isOver(bot: CrashBot): boolean {
  const now = Date.now();
  if (bot.lifeMs < 0) return now - bot.beganAt > -bot.lifeMs;
  return bot.readyAt === null ? now - bot.beganAt > 30_000 : now - bot.readyAt > bot.lifeMs;
}

/** No more kills and faults: everything open must settle, and every brief be told. */
async function comeToRest(world: CrashWorld, bots: CrashBot[], row: Row): Promise<void> {
  for (const bot of bots) bot.process.kill('SIGKILL');
  await Promise.all(bots.map((bot) => bot.gone));
  bots.length = 0;
  for (let n = 0; n < row.instances; n += 1)
    bots.push(spawnBot(world, n, row.program, { dieAt: null, lifeMs: 600_000 }));
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    await pause(1_000);
    if (await isAtRest(world)) break;
  }
  for (const bot of bots) bot.process.kill('SIGTERM');
  await Promise.all(bots.map((bot) => bot.gone));
}

async function isAtRest(world: CrashWorld): Promise<boolean> {
  const { db } = await openDatabase(world.place);
  try {
    const open = await db.selectFrom('deliveries').select('id').where('settled', '=', 0).limit(1).execute();
    if (open.length > 0) return false;
    const judged = await db.selectFrom('verdicts').select(['name', 'file']).execute();
    const told = new Set(judged.map(({ name, file }) => `${name} ${file}`));
    return channels.every(({ name }) => world.files.every((file) => told.has(`${name} ${file}`)));
  } finally {
    await db.destroy();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
