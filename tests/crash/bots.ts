import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Timing } from '../../src/app/timing.ts';
import type { Checkpoint } from '../../src/delivery/delivery-options.ts';
import type { CrashWorld } from './crash-world.ts';

/** Production's 8 s, 30 s and 5 s, divided by ten (the lease by fifteen: a restart waits for it). */
export const crashTiming: Partial<Timing> = {
  delivery: {
    requestTimeoutMs: 800,
    leaseMs: 2_000,
    lookUpDelayMs: 500,
    lookUps: 3,
    pollMs: 100,
    backOffMs: 200,
    maxBackOffMs: 1_000,
  },
  tickMs: 300,
  scanMs: 1_000,
  slackPingMs: 2_000,
  slackReconnectMaxMs: 500,
  slackStaggerMs: 0,
  discordResumeMs: 3_000,
  discordIdentifyMs: 0,
  discordFirstWaitMs: 50,
  discordMaxWaitMs: 200,
};

export interface DieAt {
  point: Checkpoint;
  nth: number;
}

/** One child process. */
export interface CrashBot {
  process: ChildProcess;
  /** When it had started, epoch ms; null before. */
  readyAt: number | null;
  /** When it is killed at the latest, ms after it had started (or after it began, where it never does). */
  lifeMs: number;
  beganAt: number;
  /** The named point at which it ended itself; null where it did not. */
  diedAt: string | null;
  isGone: boolean;
  /** It ended by itself, with this code; null where it was killed. */
  exitCode: number | null;
  gone: Promise<void>;
}

export function spawnBot(
  world: CrashWorld,
  number: number,
  program: 'crash-bot.js' | 'crash-engine.js',
  life: { dieAt: DieAt | null; lifeMs: number },
  change: { aheadMs?: number; searches?: true; askEveryMs?: number | null } = {},
): CrashBot {
  const order = {
    place: world.place,
    settingsPath: world.settingsPath,
    environment: world.environment,
    cacheDir: path.join(world.folder, `cache-${number}`),
    archiveDir: path.join(world.folder, 'digests'),
    timing: crashTiming,
    askEveryMs: 600,
    logLevel: 'info',
    dieAt: life.dieAt,
    ...change,
  };
  const log = openSync(path.join(world.folder, 'bots.log'), 'a');
  const child = spawn(process.execPath, [`tests/crash/${program}`, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', log],
  });
  const bot: CrashBot = {
    process: child,
    readyAt: null,
    beganAt: Date.now(),
    lifeMs: life.lifeMs,
    diedAt: null,
    isGone: false,
    exitCode: null,
    gone: new Promise((resolve) =>
      child.once('exit', (code) => {
        bot.exitCode = code;
        bot.isGone = true;
        resolve();
      }),
    ),
  };
  if (child.stdout)
    createInterface(child.stdout).on('line', (line) => {
      const said = JSON.parse(line) as { diedAt?: string; ready?: boolean };
      if (said.ready) bot.readyAt = Date.now();
      if (said.diedAt) bot.diedAt = said.diedAt;
    });
  return bot;
}
