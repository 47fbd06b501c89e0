import { parentPort, workerData } from 'node:worker_threads';
import { type Call, isDamage, plainError, type Reply, type ThreadData } from './calls.ts';
import { openBriefCore } from './open-brief-core.ts';
import type { Core } from './open-core.ts';

/** The thread: opens the library and answers calls one after the other; a scan lets others through in its pauses. */
let opened: Core | null = null;

/** Where the disk refuses, the call that opens it is told so, and the next one tries again. */
function core(): Core {
  opened ??= openBriefCore(workerData as ThreadData);
  return opened;
}

parentPort?.on('message', ({ id, name, args }: Call) => {
  answer(id, name, args).catch((error: unknown) => {
    // Whatever went wrong with a cache, the folders still hold everything: begin it anew in a new thread.
    if (isDamage(error)) opened?.discard();
    throw error;
  });
});

async function answer(id: number, name: Call['name'], args: unknown[]): Promise<void> {
  const reply = await settle(id, name, args);
  parentPort?.postMessage(reply);
  if (name === 'close') parentPort?.close();
}

async function settle(id: number, name: Call['name'], args: unknown[]): Promise<Reply> {
  try {
    const method = core()[name] as (...args: unknown[]) => unknown;
    return { id, value: await method(...args) };
  } catch (error) {
    if (isDamage(error)) throw error;
    return { id, error: plainError(error) };
  }
}
