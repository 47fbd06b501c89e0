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
 * How the processes of a row end, in order. The first die while they make its schema, while they start and
 * at any instant, the next at the named points, one each; then it is chance: half of them at a named point, the others at any instant of the first
 * moments, or while they start.
 * @param first the named point to begin with, so that rows with few kills meet all of them together
 * @param momentsMs as long after its start a process is killed at the latest
 */
export function dealLives(
  random: Seeded,
  {
    kills,
    points,
    first,
    momentsMs,
  }: { kills: number; points: readonly DeathPoint[]; first: number; momentsMs: number },
): Life[] {
  const at = (point: DeathPoint, nth: number): Life => ({ dieAt: { point, nth }, lifeMs: patienceMs });
  const nth = () => (random.chance(0.6) ? 1 : random.chance(0.5) ? 2 : 3);
  const anyInstant = (): Life => ({ dieAt: null, lifeMs: random.between(0, momentsMs) });
  const starting = (): Life => ({ dieAt: null, lifeMs: -random.between(0, 600) });
  const lives = [at('migrating', 1), at('migrating', 2), starting(), anyInstant()];
  for (let n = 0; n < points.length; n += 1)
    lives.push(at(points[(first + n) % points.length] ?? 'before-request', nth()));
  while (lives.length < kills)
    lives.push(
      random.chance(0.5) ? at(random.pick(points), nth()) : random.chance(0.8) ? anyInstant() : starting(),
    );
  return lives.slice(0, kills);
}
