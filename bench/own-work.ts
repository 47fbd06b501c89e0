import { readFileSync } from 'node:fs';

/** Tells how long the main thread was at work at one stretch, without the time that other processes took from it. Linux only. */
export interface OwnWork {
  /** Milliseconds of processor time of the longest stretch so far; undefined where the system does not tell. */
  worstMs(): number | undefined;
  stop(): void;
}

const EVERY_MS = 1;

/** @see https://docs.kernel.org/scheduler/sched-stats.html */
export function watchOwnWork(): OwnWork {
  let last = processorMs();
  let worst = last === undefined ? undefined : 0;
  const timer = setInterval(() => {
    const now = processorMs();
    if (now !== undefined && last !== undefined) worst = Math.max(worst ?? 0, now - last);
    last = now;
  }, EVERY_MS);
  return { worstMs: () => worst, stop: () => clearInterval(timer) };
}

/** Processor time of the main thread, whose number is the process's. */
function processorMs(): number | undefined {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}
