import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  postgresPrograms,
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from '../store/throwaway-postgres.ts';
import { bundlePrograms, type Program } from './bundle-programs.ts';
import { enginePoints, wholePoints } from './deal-lives.ts';
import { resultTable } from './result-table.ts';
import { type Row, type RowResult, runRow } from './run-row.ts';

/**
 * The proof that each message reaches its channel once, whatever is killed when. 300 kills by default, more with
 * CRASH_KILLS, other orders with CRASH_SEED; never fewer than meet every named point in every row. With CRASH_BREAK=1 the history
 * never shows what was posted, as if the bot did not look: then the table must show doubles, or this test sees nothing.
 */
const kills = Number(process.env.CRASH_KILLS ?? 300);
const seed = Number(process.env.CRASH_SEED ?? 1);
const isBroken = process.env.CRASH_BREAK === '1';
/** Rows that run side by side: most of their time they wait. */
const sideBySide = 3;

const bin = postgresPrograms();
if (bin === null && process.env.CI === 'true')
  throw new Error('PostgreSQL is missing: apt-get install postgresql');

let postgres: ThrowawayPostgres | null = null;
beforeAll(async () => {
  if (bin !== null) postgres = await startThrowawayPostgres(bin);
});
afterAll(() => postgres?.stop());

const sqlite: Row['place'] = (folder) => ({ dataDir: path.join(folder, 'data') });

async function rows(programs: Record<Program, string>): Promise<Row[]> {
  const share = (part: number) => Math.ceil(kills * part);
  const engine = {
    ...{ program: programs['crash-engine'], points: enginePoints, isWhole: false },
    ...{ instances: 1, stops: false, lagMs: 0 },
  };
  const whole = { ...engine, program: programs['crash-bot'], points: wholePoints, isWhole: true };
  const place = sqlite;
  const onSqlite: Row[] = [
    { ...engine, name: 'SQLite, 1 process', kills: share(0.17), seed, place },
    { ...engine, name: 'SQLite, history lags', kills: share(0.13), seed: seed + 1, place, lagMs: 1_000 },
    { ...whole, name: 'SQLite, whole program', kills: share(0.05), seed: seed + 2, place },
  ];
  if (postgres === null) return onSqlite;
  const { database } = postgres;
  const fresh = async () => {
    const databaseUrl = await database();
    return () => ({ databaseUrl });
  };
  const move = { program: programs['crash-move'], to: { databaseUrl: await database() } };
  const three = { ...engine, instances: 3 };
  const [one, trio, late, standing] = [await fresh(), await fresh(), await fresh(), await fresh()];
  return [
    ...onSqlite,
    { ...three, name: 'PostgreSQL, 3 processes', kills: share(0.2), seed: seed + 4, place: trio },
    { ...engine, name: 'PostgreSQL, 1 process', kills: share(0.14), seed: seed + 3, place: one },
    {
      ...three,
      name: 'PostgreSQL, 3, history lags',
      kills: share(0.13),
      seed: seed + 7,
      place: late,
      lagMs: 1_000,
    },
    { ...engine, name: 'SQLite → PostgreSQL', kills: share(0.1), seed: seed + 6, place, move },
    {
      ...three,
      name: 'PostgreSQL, 3, SIGSTOP',
      kills: share(0.08),
      seed: seed + 5,
      place: standing,
      stops: true,
    },
  ];
}

test.skipIf(isBroken)(
  `after ${kills} kills nothing is missing, nothing is doubled, and nothing is held`,
  async () => {
    const results: RowResult[] = [];
    const waiting = (await rows(await bundlePrograms())).filter((r) =>
      r.name.includes(process.env.ROWS ?? ''),
    );
    const takeTurns = async () => {
      for (let row = waiting.shift(); row; row = waiting.shift()) results.push(await runRow(row));
    };
    await Promise.all(Array.from({ length: sideBySide }, takeTurns));
    console.log(resultTable(results));
    if (postgres === null) console.log('The rows on PostgreSQL are left out: it is not installed.');
    for (const result of results) {
      const { missing, held, newsMissing, newsDoubled, flagsMissing, doubled, details } = result;
      const wrong = { missing, held, newsMissing, newsDoubled, flagsMissing };
      expect(wrong, `${result.name}\n${details.join('\n')}`).toEqual({
        ...{ missing: 0, held: 0, newsMissing: 0, newsDoubled: 0, flagsMissing: 0 },
      });
      // A process that stands still between its last look at the clock and its request cannot be helped; the table says how often.
      if (!result.name.includes('SIGSTOP')) expect(doubled, `${result.name}\n${details.join('\n')}`).toBe(0);
    }
    expect(results.reduce((sum, result) => sum + result.kills, 0)).toBeGreaterThanOrEqual(kills);
    const reached = new Set(results.flatMap((result) => Object.keys(result.points)));
    for (const point of [...enginePoints, 'migrating', 'while starting', 'any instant'])
      expect(reached, point).toContain(point);
  },
  24 * 3_600_000,
);

test.skipIf(!isBroken)(
  'without a history to read, the same run shows doubles',
  async () => {
    const program = (await bundlePrograms())['crash-engine'];
    const result = await runRow({
      ...{
        name: 'SQLite, no look-up',
        program,
        points: enginePoints,
        isWhole: false,
        instances: 1,
        stops: false,
      },
      ...{ kills: Math.min(kills, 40), seed, lagMs: 0 },
      hidesHistory: true,
      place: sqlite,
    });
    console.log(resultTable([result]));
    expect(result.doubled).toBeGreaterThan(0);
  },
  3_600_000,
);
