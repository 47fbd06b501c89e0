import type { DeathPoint, Life } from './bots.ts';
import type { Seeded } from './seeded.ts';

/** Points of the program, in the order in which a message passes them; `platform-stored` is told by time. */
export const wholePoints: readonly DeathPoint[] = [
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
/** Where only the engine runs, making a thread is told too: asked for, made, and not answered. */
export const enginePoints: readonly DeathPoint[] = [...wholePoints, 'thread-made'];

/** A process that is to end at a point is waited for so long; then it is killed, and another one goes there. */
const patienceMs = 60_000;

/**
 * How the processes of a row end, in order. The first die while they make its schema, while they start and at any
 * instant, the next at the named points, one each: so few as these there always are. Then it is chance: half of them
 * die at a named point, the others at any instant of the first moments, or while they start.
 * @param momentsMs as long after its start a process is killed at the latest
 */
export function dealLives(
  random: Seeded,
  { kills, points, momentsMs }: { kills: number; points: readonly DeathPoint[]; momentsMs: number },
): Life[] {
  const nth = () => (random.chance(0.6) ? 1 : random.chance(0.5) ? 2 : 3);
  const at = (point: DeathPoint, passing = nth()): Life => ({
    dieAt: { point, nth: passing },
    lifeMs: patienceMs,
  });
  const anyInstant = (): Life => ({ dieAt: null, lifeMs: random.between(0, momentsMs) });
  const starting = (): Life => ({ dieAt: null, lifeMs: -random.between(0, 600) });
  const lives = [at('migrating', 1), at('migrating', 2), starting(), anyInstant()];
  lives.push(...points.map((point) => at(point)));
  while (lives.length < kills) {
    if (random.chance(0.5)) lives.push(at(random.pick(points)));
    else lives.push(random.chance(0.8) ? anyInstant() : starting());
  }
  return lives;
}
