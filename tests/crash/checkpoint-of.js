import { writeSync } from 'node:fs';

/** A checkpoint that ends the process at the nth passing of a named point, without any farewell. */
export function checkpointOf(dieAt) {
  let passed = 0;
  return (at) => {
    if (at !== dieAt?.point) return undefined;
    passed += 1;
    if (passed !== dieAt.nth) return undefined;
    writeSync(1, `${JSON.stringify({ diedAt: at })}\n`);
    process.kill(process.pid, 'SIGKILL');
    // The signal is on its way; nothing more happens here.
    return new Promise(() => {});
  };
}
