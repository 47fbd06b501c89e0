import { parentPort, workerData } from 'node:worker_threads';
import { type Call, isDamage, type Reply, type ThreadData } from './calls.ts';
import { openBriefCore } from './open-brief-core.ts';

/** The thread: opens the library and answers calls one after the other; a scan lets others through in its pauses. */
const core = openBriefCore(workerData as ThreadData);

parentPort?.on('message', ({ id, name, args }: Call) => {
  answer(id, name, args).catch((error: unknown) => {
    // Whatever went wrong with a cache, the folders still hold everything: begin it anew in a new thread.
    if (isDamage(error)) core.discard();
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
    const method = core[name] as (...args: unknown[]) => unknown;
    return { id, value: await method(...args) };
  } catch (error) {
    if (isDamage(error)) throw error;
    return { id, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
