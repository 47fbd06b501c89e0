import { openDatabase, type StorePlace } from '../../src/store/open-database.ts';
import { type CrashBot, type DeathPoint, type DieAt, spawnBot } from './bots.ts';
import { countMessages, type Tally } from './count-messages.ts';
import { type CrashWorld, channels, openCrashWorld } from './crash-world.ts';
import { makeTrouble } from './make-trouble.ts';
import { moveUnderKills } from './move-under-kills.ts';
import { type Seeded, seeded } from './seeded.ts';

export interface Row {
  name: string;
  /** Path of the child's program. */
  program: string;
  /** The child is the whole program: it hears people, too. */
  isWhole: boolean;
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
  /** Half-way the ledger moves; its last step runs through, those before are killed. */
  move?: { program: string; to: { databaseUrl: string } };
}

export interface RowResult extends Tally {
  name: string;
  kills: number;
  stops: number;
  /** Kills at each named point. */
  points: Record<string, number>;
  seconds: number;
}

/** Where processes end themselves, in turn. */
export const points: readonly DeathPoint[] = [
  'before-ledger',
  'after-ledger',
  'before-request',
  'request-sent',
  'platform-stored',
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
    const trouble = makeTrouble(world, random, row.lagMs, row.isWhole);
    let begun = 0;
    while (kills < row.kills) {
      if (row.move && !world.isMoved && kills >= row.kills / 2) {
        await killAll(bots);
        const died = await moveUnderKills(world, row.move, random);
        killed.moving = died;
        kills += died;
      }
      for (const bot of bots.filter((each) => each.isGone)) {
        const where = deathOf(bot);
        killed[where] = (killed[where] ?? 0) + 1;
        if (bot.exitCode === null) kills += 1;
        bots.splice(bots.indexOf(bot), 1);
      }
      while (bots.length < row.instances) {
        bots.push(spawnBot(world, begun % 3, row.program, lifeOf(random, begun, row.isWhole)));
        begun += 1;
      }
      await pause(20);
      const victim = bots.find((bot) => !bot.isGone && isOver(bot));
      if (!victim) continue;
      if (row.stops && random.chance(0.5)) {
        stops += 1;
        victim.lifeMs += 2_500;
        victim.process.kill('SIGSTOP');
        await pause(random.between(1_600, 2_600));
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
 * The first processes of a row die while they make its schema and while they start; then every second one at a named
 * point, each point in turn, and the others at any instant of their first moments, or while they start.
 */
function lifeOf(random: Seeded, turn: number, isWhole: boolean): { dieAt: DieAt | null; lifeMs: number } {
  const patience = isWhole ? 8_000 : 3_000;
  if (turn < 2) return { dieAt: { point: 'migrating', nth: turn + 1 }, lifeMs: patience };
  if (turn === 2) return { dieAt: null, lifeMs: -random.between(200, 900) };
  if (turn % 2 === 1) {
    const point = points[((turn - 3) / 2) % points.length] ?? 'before-request';
    return { dieAt: { point, nth: random.chance(0.6) ? 1 : 2 }, lifeMs: patience };
  }
  const isEarly = random.chance(0.1);
  return {
    dieAt: null,
    lifeMs: isEarly ? -random.between(0, 900) : random.between(0, isWhole ? 3_000 : 1_200),
  };
}

async function killAll(bots: CrashBot[]): Promise<void> {
  for (const bot of bots) bot.process.kill('SIGKILL');
  await Promise.all(bots.map((bot) => bot.gone));
  bots.length = 0;
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
  await killAll(bots);
  for (let n = 0; n < row.instances; n += 1)
    bots.push(spawnBot(world, n, row.program, { dieAt: null, lifeMs: 600_000 }));
  const until = Date.now() + 120_000;
  while (Date.now() < until) {
    await pause(400);
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
