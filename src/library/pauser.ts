import { setImmediate } from 'node:timers/promises';

/** After this long, in milliseconds, work in steps lets waiting calls through. */
const sliceMs = 15;

/** What work in steps awaits after each of them: a moment for other calls when its time is up, else nothing. */
export function pauser(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < sliceMs) return;
    await setImmediate();
    since = performance.now();
  };
}
