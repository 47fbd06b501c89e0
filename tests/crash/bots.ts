import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Timing } from '../../src/app/timing.ts';
import type { Checkpoint } from '../../src/delivery/delivery-options.ts';
import type { CrashWorld } from './crash-world.ts';

/** Production's 30 s, divided by fifteen: every restart waits for it. */
export const leaseMs = 2_000;

/** The look-up delay of 5 s is divided by ten; the time-out of 8 s by seven, so that a busy machine does not meet it. */
export const crashTiming: Partial<Timing> = {
  delivery: {
    requestTimeoutMs: 1_200,
    leaseMs,
    lookUpDelayMs: 500,
    lookUps: 3,
    pollMs: 100,
    backOffMs: 100,
    maxBackOffMs: 800,
  },
  tickMs: 250,
  scanMs: 1_000,
  slackPingMs: 2_000,
  slackReconnectMaxMs: 500,
  slackStaggerMs: 0,
  discordResumeMs: 3_000,
  discordIdentifyMs: 0,
  discordFirstWaitMs: 50,
  discordMaxWaitMs: 200,
};

/** Where a process may be told to end itself: a point of the program, or one that only a run of kills knows. */
export type DeathPoint = Checkpoint | 'platform-stored' | 'thread-made' | 'migrating';

/** How a process ends. */
export interface Life {
  /** At the nth passing of a named point; null for none. */
  dieAt: { point: DeathPoint; nth: number } | null;
  /** When it is killed at the latest, ms after it had started; below zero: after it began, so that it never does. */
  lifeMs: number;
}

/** One child process. */
export interface CrashBot {
  process: ChildProcess;
  /** When it had started, epoch ms; null before. */
  readyAt: number | null;
  life: Life;
  /** It stood still for so long, ms; that is not lived. */
  lateMs: number;
  beganAt: number;
  /** The named point at which it ended itself; null where it did not. */
  diedAt: string | null;
  isGone: boolean;
  /** It ended by itself, with this code; null where it was killed. */
  exitCode: number | null;
  gone: Promise<void>;
}

/** @param program path of the child's program */
export function spawnBot(
  world: CrashWorld,
  number: number,
  program: string,
  life: Life,
  change: { aheadMs?: number; searches?: true; askEveryMs?: number | null } = {},
): CrashBot {
  const order = {
    place: world.place,
    settingsPath: world.settingsPath,
    environment: world.environment,
    cacheDir: path.join(world.folder, `cache-${number}`),
    archiveDir: path.join(world.folder, 'digests'),
    timing: crashTiming,
    askEveryMs: 700,
    logLevel: 'info',
    dieAt: life.dieAt,
    ...change,
  };
  const log = openSync(path.join(world.folder, 'bots.log'), 'a');
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', log],
  });
  const bot: CrashBot = {
    process: child,
    readyAt: null,
    beganAt: Date.now(),
    ...{ life, lateMs: 0 },
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
