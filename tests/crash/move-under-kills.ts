import { spawn } from 'node:child_process';
import type { CrashWorld } from './crash-world.ts';
import type { Seeded } from './seeded.ts';

/**
 * Moves the world's ledger from SQLite into PostgreSQL, as often as it takes: killed before anything is copied, at any
 * instant of the copying, and when all is copied and the old one is not closed yet; then run through.
 * @returns how often it was killed
 */
export async function moveUnderKills(
  world: CrashWorld,
  { program, to }: { program: string; to: { databaseUrl: string } },
  random: Seeded,
): Promise<number> {
  // A lease that a killed bot held must run out first.
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  let kills = 0;
  const lives = [
    ...[{ dieAt: 1 }, { afterMs: random.between(0, 60) }, { afterMs: random.between(0, 200) }, { dieAt: 2 }],
    ...[{ afterMs: random.between(0, 60) }, {}],
  ];
  for (const life of lives) {
    const end = await move(JSON.stringify({ from: world.place, to, ...life }), program, life);
    if (end === 'SIGKILL') kills += 1;
    else if (end !== 0) throw new Error(`Moving the ledger ended with ${end}.`);
  }
  Object.assign(world, { place: to, isMoved: true });
  return kills;
}

function move(order: string, program: string, life: { afterMs?: number }): Promise<number | string | null> {
  const child = spawn(process.execPath, [program, order], { stdio: ['ignore', 'pipe', 'inherit'] });
  const { afterMs } = life;
  if (afterMs !== undefined)
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
}
