import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  postgresPrograms,
  startThrowawayPostgres,
  type ThrowawayPostgres,
} from '../store/throwaway-postgres.ts';
import { resultTable } from './result-table.ts';
import { type Row, type RowResult, runRow } from './run-row.ts';

/**
 * The proof that each message reaches its channel once, whatever is killed when. 60 kills by default; more with
 * CRASH_KILLS, other orders with CRASH_SEED. With CRASH_BREAK=1 the history never shows what was posted, as if the
 * bot did not look: then the table must show doubles, or this test sees nothing.
 */
const kills = Number(process.env.CRASH_KILLS ?? 60);
const seed = Number(process.env.CRASH_SEED ?? 1);
const isBroken = process.env.CRASH_BREAK === '1';

const bin = postgresPrograms();
if (bin === null && process.env.CI === 'true')
  throw new Error('PostgreSQL is missing: apt-get install postgresql');

let postgres: ThrowawayPostgres | null = null;
beforeAll(async () => {
  if (bin !== null) postgres = await startThrowawayPostgres(bin);
});
afterAll(() => postgres?.stop());

const sqlite: Row['place'] = (folder) => ({ dataDir: path.join(folder, 'data') });

async function rows(): Promise<Row[]> {
  const share = (part: number) => Math.ceil(kills * part);
  const engine = { program: 'crash-engine.js', stops: false, lagMs: 0 } as const;
  const onSqlite: Row[] = [
    { ...engine, name: 'SQLite, 1 process', instances: 1, kills: share(0.2), seed, place: sqlite },
    {
      ...engine,
      name: 'SQLite, history lags',
      instances: 1,
      kills: share(0.15),
      seed: seed + 1,
      place: sqlite,
      lagMs: 1_000,
    },
    {
      ...engine,
      name: 'SQLite, whole program',
      program: 'crash-bot.js',
      instances: 1,
      kills: share(0.05),
      seed: seed + 2,
      place: sqlite,
    },
  ];
  if (postgres === null) return onSqlite;
  const database = async () => {
    const databaseUrl = (await postgres?.database()) ?? '';
    return () => ({ databaseUrl });
  };
  return [
    ...onSqlite,
    {
      ...engine,
      name: 'PostgreSQL, 1 process',
      instances: 1,
      kills: share(0.2),
      seed: seed + 3,
      place: await database(),
    },
    {
      ...engine,
      name: 'PostgreSQL, 3 processes',
      instances: 3,
      kills: share(0.3),
      seed: seed + 4,
      place: await database(),
    },
    {
      ...engine,
      name: 'PostgreSQL, 3, SIGSTOP',
      instances: 3,
      kills: share(0.1),
      seed: seed + 5,
      place: await database(),
      stops: true,
    },
  ];
}

test.skipIf(isBroken)(
  `after ${kills} kills nothing is missing, nothing is doubled, and nothing is held`,
  async () => {
    const results: RowResult[] = [];
    const waiting = await rows();
    const takeTurns = async () => {
      for (let row = waiting.shift(); row; row = waiting.shift()) results.push(await runRow(row));
    };
    await Promise.all([takeTurns(), takeTurns(), takeTurns()]);
    console.log(resultTable(results));
    if (postgres === null) console.log('The rows on PostgreSQL are left out: it is not installed.');
    for (const result of results) {
      const { missing, held, newsMissing, newsDoubled, doubled, details } = result;
      expect({ missing, held, newsMissing, newsDoubled }, `${result.name}\n${details.join('\n')}`).toEqual({
        ...{ missing: 0, held: 0, newsMissing: 0, newsDoubled: 0 },
      });
      // A process that stands still between its last look at the clock and its request cannot be helped; the table says how often.
      if (!result.name.includes('SIGSTOP')) expect(doubled, `${result.name}\n${details.join('\n')}`).toBe(0);
    }
    expect(results.reduce((sum, result) => sum + result.kills, 0)).toBeGreaterThanOrEqual(kills);
  },
  24 * 3_600_000,
);

test.skipIf(!isBroken)(
  'without a history to read, the same run shows doubles',
  async () => {
    const result = await runRow({
      ...{ name: 'SQLite, no look-up', program: 'crash-engine.js', instances: 1, stops: false, seed },
      kills: Math.min(kills, 40),
      lagMs: 0,
      hidesHistory: true,
      place: sqlite,
    });
    console.log(resultTable([result]));
    expect(result.doubled).toBeGreaterThan(0);
  },
  3_600_000,
);
