import { openDatabase, type StorePlace } from '../../src/store/open-database.ts';
import { type CrashBot, type DeathPoint, leaseMs, spawnBot } from './bots.ts';
import { areFlagsAnswered, countMessages, type Tally } from './count-messages.ts';
import { type CrashWorld, channels, openCrashWorld } from './crash-world.ts';
import { dealLives } from './deal-lives.ts';
import { makeTrouble, type Trouble } from './make-trouble.ts';
import { moveUnderKills } from './move-under-kills.ts';
import { seeded } from './seeded.ts';

export interface Row {
  name: string;
  /** Path of the child's program. */
  program: string;
  /** The child is the whole program: it hears people, too. */
  isWhole: boolean;
  /** Where its processes may be told to end themselves. */
  points: readonly DeathPoint[];
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

/** Processes of all rows that have not started yet: starting takes most of the work, and hundreds of them would take all. */
const starting: CrashBot[] = [];
const startTogether = 2;
/** So many processes in a row may wait in vain for their named point, or end by themselves. */
const mostInVain = 8;

function mayStart(): boolean {
  for (const bot of starting.filter((each) => each.isGone || each.readyAt !== null))
    starting.splice(starting.indexOf(bot), 1);
  return starting.length < startTogether;
}

/** Runs the bot under kills and faults, lets it come to rest, and holds the ledger against what was posted. */
export async function runRow(row: Row): Promise<RowResult> {
  const startedAt = Date.now();
  const random = seeded(row.seed);
  const lives = dealLives(random, {
    ...{ kills: row.kills, points: row.points },
    momentsMs: row.isWhole ? 3_000 : 2_000,
  });
  const world = await openCrashWorld(row.place);
  const bots: CrashBot[] = [];
  const killed: Record<string, number> = {};
  let kills = 0;
  let stops = 0;
  let trouble: Trouble | null = null;
  /** Processes in a row that were waited for in vain at their named point. */
  let inVain = 0;

  /** Counts the dead; one that was not killed, or was killed before it came to its point, is followed by another. */
  function bury(): void {
    for (const bot of bots.filter((each) => each.isGone)) {
      const where = deathOf(bot);
      killed[where] = (killed[where] ?? 0) + 1;
      if (bot.exitCode === null) kills += 1;
      const isMet = bot.life.dieAt === null || bot.diedAt !== null;
      inVain = isMet ? 0 : inVain + 1;
      if (bot.exitCode !== null || !isMet) lives.unshift(bot.life);
      bots.splice(bots.indexOf(bot), 1);
    }
  }

  try {
    for (let n = 0; n < 3; n += 1) world.writeBrief();
    if (row.hidesHistory)
      for (const platform of ['slack', 'discord'])
        await world.control('POST', `${platform}/history-lag`, { ms: 86_400_000 });
    trouble = makeTrouble(world, seeded(row.seed + 1_000_000), row.lagMs, row.isWhole);
    let begun = 0;
    let stopAt = 0;
    while (bots.length > 0 || lives.length > 0) {
      if (inVain > mostInVain)
        throw new Error(`${row.name}: a named point is never met.\n${world.lastWords()}`);
      if (row.move && !world.isMoved && kills >= row.kills / 2) {
        await killAll(bots);
        bury();
        const died = await moveUnderKills(world, row.move, random);
        killed.moving = died;
        kills += died;
      }
      bury();
      for (let life = lives[0]; life && bots.length < row.instances; life = lives[0]) {
        // The schema is made once: who is to die of it is alone.
        const isAlone = [life, ...bots.map((bot) => bot.life)].some(
          (each) => each.dieAt?.point === 'migrating',
        );
        if ((isAlone && bots.length > 0) || !mayStart()) break;
        lives.shift();
        const bot = spawnBot(world, begun % 3, row.program, life);
        bots.push(bot);
        starting.push(bot);
        begun += 1;
      }
      await pause(20);
      for (const bot of bots) if (!bot.isGone && isOver(bot)) bot.process.kill('SIGKILL');
      const running = bots.filter((bot) => !bot.isGone && bot.readyAt !== null);
      if (row.stops && running.length > 0 && Date.now() > stopAt) {
        stopAt = Date.now() + random.between(2_500, 5_000);
        standStill(random.pick(running), random.between(1.1, 1.6) * leaseMs);
        stops += 1;
      }
    }
    await trouble.end();
    trouble = null;
    await comeToRest(world, bots, row);
    const tally = await countMessages(world);
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    return { ...tally, name: row.name, kills, stops, points: killed, seconds };
  } finally {
    await trouble?.end().catch(() => null);
    await killAll(bots);
    await world.close();
  }
}

function standStill(bot: CrashBot, ms: number): void {
  bot.lateMs += ms;
  bot.process.kill('SIGSTOP');
  setTimeout(() => bot.process.kill('SIGCONT'), ms);
}

async function killAll(bots: readonly CrashBot[]): Promise<void> {
  for (const bot of bots) bot.process.kill('SIGKILL');
  await Promise.all(bots.map((bot) => bot.gone));
}

function deathOf(bot: CrashBot): string {
  // A supervisor starts a program again that could not connect; this is one.
  if (bot.exitCode !== null) return 'ended by itself';
  return bot.diedAt ?? (bot.readyAt === null ? 'while starting' : 'any instant');
}

/** A life below zero ends while the process starts. */
function isOver(bot: CrashBot): boolean {
  const now = Date.now();
  const { lifeMs } = bot.life;
  if (lifeMs < 0) return now - bot.beganAt > -lifeMs;
  return bot.readyAt === null ? now - bot.beganAt > 30_000 : now - bot.readyAt > lifeMs + bot.lateMs;
}

/** How long nothing may settle before it is taken that nothing will, ms. */
const standstillMs = 240_000;

/**
 * No more kills and faults: everything open must settle, every brief be told and every flag answered. The platforms'
 * limits say how long that takes: after a thousand kills on a busy machine much may wait.
 */
async function comeToRest(world: CrashWorld, bots: CrashBot[], row: Row): Promise<void> {
  for (let n = 0; n < row.instances; n += 1)
    bots.push(spawnBot(world, n, row.program, { dieAt: null, lifeMs: 24 * 3_600_000 }));
  let least = Number.POSITIVE_INFINITY;
  let until = Date.now() + standstillMs;
  while (Date.now() < until) {
    await pause(400);
    const open = await countOpen(world);
    if (open === 0) break;
    if (open < least) until = Date.now() + standstillMs;
    least = Math.min(least, open);
  }
  for (const bot of bots) bot.process.kill('SIGTERM');
  await Promise.all(bots.map((bot) => bot.gone));
}

/** What is not settled yet, and one for what is not composed or answered. */
async function countOpen(world: CrashWorld): Promise<number> {
  const { db } = await openDatabase(world.place);
  try {
    const open = await db.selectFrom('deliveries').select('id').where('settled', '=', 0).execute();
    const judged = await db.selectFrom('verdicts').select(['name', 'file']).execute();
    const told = new Set(judged.map(({ name, file }) => `${name} ${file}`));
    const isAllTold = channels.every(({ name }) => world.files.every((file) => told.has(`${name} ${file}`)));
    return open.length + (isAllTold && (await areFlagsAnswered(world, db)) ? 0 : 1);
  } finally {
    await db.destroy();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
