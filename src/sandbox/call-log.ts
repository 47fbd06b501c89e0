import type { Call } from './world.ts';

/** The newest calls of a bot, oldest first; older ones are forgotten so that a long run does not fill the memory. */
export interface CallLog {
  add(call: Call): void;
  all(): Call[];
  clear(): void;
}

export function createCallLog(keep = 20_000): CallLog {
  let calls: Call[] = [];
  return {
    add(call) {
      calls.push(call);
      if (calls.length > keep * 1.1) calls = calls.slice(-keep);
    },
    all: () => calls.slice(-keep),
    clear() {
      calls = [];
    },
  };
}
