import { Worker } from 'node:worker_threads';
import { type Call, type CallName, plainError, type Reply, revivedError, type ThreadData } from './calls.ts';
import type { Core } from './open-core.ts';

export interface Thread {
  /** Asks the thread; a thread that has died is started anew, and the call is made once more. */
  call<Name extends CallName>(
    name: Name,
    ...args: Parameters<Core[Name]>
  ): Promise<Awaited<ReturnType<Core[Name]>>>;
  stop(): Promise<void>;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Node 20 runs no TypeScript in a thread: where this file itself runs as TypeScript (under vitest), the thread runs
 * what `npm run build` made of the entry.
 */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/library/worker-entry.js' : './worker-entry.js',
  import.meta.url,
);

export function startThread(
  data: ThreadData,
  logger: { error(fields: object, message: string): void },
): Thread {
  let worker: Worker | null = null;
  let stopped = false;
  let lastId = 0;
  let waiting = new Map<number, Waiting>();

  function start(): Worker {
    const started = new Worker(entry, { workerData: data });
    const calls = new Map<number, Waiting>();
    waiting = calls;
    started.on('message', (reply: Reply) => {
      const call = calls.get(reply.id);
      calls.delete(reply.id);
      if ('error' in reply) call?.reject(revivedError(reply.error));
      else call?.resolve(reply.value);
    });
    started.on('error', (err) => {
      logger.error({ err }, 'The library thread failed; it is started anew');
      end(started, calls, new ThreadEnded(plainError(err).message, err));
    });
    started.on('exit', () => end(started, calls, new ThreadEnded('it has stopped')));
    return started;
  }
  function end(ended: Worker, calls: Map<number, Waiting>, error: ThreadEnded): void {
    if (worker === ended) worker = null;
    for (const { reject } of calls.values()) reject(error);
    calls.clear();
  }
  function ask(name: CallName, args: unknown[]): Promise<unknown> {
    if (stopped) return Promise.reject(new Error('The library is closed.'));
    worker ??= start();
    lastId += 1;
    const call: Call = { id: lastId, name, args };
    return new Promise((resolve, reject) => {
      waiting.set(call.id, { resolve, reject });
      worker?.postMessage(call);
    });
  }
  return {
    call: <Name extends CallName>(name: Name, ...args: Parameters<Core[Name]>) =>
      ask(name, args).catch((error: unknown) => {
        if (!(error instanceof ThreadEnded) || stopped || name === 'close') throw error;
        return ask(name, args);
      }) as Promise<Awaited<ReturnType<Core[Name]>>>,
    stop: async () => {
      stopped = true;
      await worker?.terminate();
    },
  };
}

class ThreadEnded extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`The library thread ended: ${reason}`, { cause });
  }
}
