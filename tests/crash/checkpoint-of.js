import { writeSync } from 'node:fs';
import { migrations } from '../../dist/store/migrations.js';

/** Long enough for a request that has left to be stored; its answer is not looked at before. */
const storedMs = 120;

/** Ends the process without any farewell; the signal is on its way, and nothing more happens. */
function die(point) {
  writeSync(1, `${JSON.stringify({ diedAt: point })}\n`);
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}

/** A checkpoint that ends the process at the nth passing of a named point. */
export function checkpointOf(dieAt) {
  let passed = 0;
  if (dieAt?.point === 'migrating') dieWhileMigrating(dieAt.nth);
  return async (at) => {
    const isStored = at === 'request-sent' && dieAt?.point === 'platform-stored';
    const isMade = at === 'thread-sent' && dieAt?.point === 'thread-made';
    if (at !== dieAt?.point && !isStored && !isMade) return;
    passed += 1;
    if (passed !== dieAt.nth) return;
    if (isStored || isMade) await new Promise((resolve) => setTimeout(resolve, storedMs));
    await die(dieAt.point);
  };
}

/** A platform on which the checkpoint is told when making a thread is asked for and not answered. */
export function tellThreads(platform, checkpoint) {
  return {
    ...platform,
    async openThread(...where) {
      const made = platform.openThread(...where);
      made.catch(() => {});
      await checkpoint('thread-sent');
      return await made;
    },
  };
}

/** The nth change of the schema is made, and not committed. */
function dieWhileMigrating(nth) {
  const name = Object.keys(migrations).sort()[nth - 1];
  if (name === undefined) return;
  const { up } = migrations[name];
  migrations[name] = {
    async up(db) {
      await up(db);
      await die('migrating');
    },
  };
}
