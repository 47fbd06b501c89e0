import { schedule } from 'node-cron';
import type { Logger } from 'pino';

/**
 * The ticker writes to the console by itself, and after a sleep of the machine a line for each second that was missed:
 * what it says goes into the log, and missed turns are no news, since the next one does all there is to do.
 */
function quiet(logger: Logger) {
  const say = (message: string | Error) => logger.debug({ ticker: String(message) }, 'the ticker says');
  return { suppressMissedWarning: true, logger: { info: say, warn: say, error: say, debug: say } };
}

/** Calls `work` every `ms` (whole seconds through node-cron, which skips a call while the last one runs). */
export function every(ms: number, work: () => Promise<void>, logger: Logger): () => void {
  let running = false;
  let turnAt = performance.now();
  const guarded = async (): Promise<void> => {
    running = true;
    turnAt = performance.now();
    try {
      await work();
    } catch (error) {
      logger.error({ err: error }, 'a periodic task failed; it runs again at its next turn');
    } finally {
      running = false;
    }
  };
  const seconds = ms / 1000;
  if (Number.isInteger(seconds) && seconds < 60 && 60 % seconds === 0) {
    const begin = () => schedule(`*/${seconds} * * * * *`, guarded, { noOverlap: true, ...quiet(logger) });
    let task = begin();
    // It waits for an instant on the wall clock: after that was set back by hours it would do nothing for hours.
    const guard = setInterval(() => {
      if (running || performance.now() - turnAt < 2 * ms) return;
      turnAt = performance.now();
      void task.destroy();
      task = begin();
    }, ms);
    return () => {
      clearInterval(guard);
      void task.stop();
    };
  }
  const timer = setInterval(() => {
    if (!running) void guarded();
  }, ms);
  return () => clearInterval(timer);
}
