import type { DeliveryOptions } from './delivery-options.ts';
import type { Posters } from './posters.ts';
import { reviseMessages } from './revise.ts';

/** Changes posted messages where this process is the one that posts; a turn at a time. */
export interface Reviser {
  /** From now on at every poll. */
  start(): void;
  soon(): void;
  stop(): Promise<void>;
}

export function keepRevising(
  { store, clock, timing, log, alarms }: DeliveryOptions,
  posters: Posters,
): Reviser {
  let revising: Promise<void> | null = null;
  let isStopped = false;
  let cancel = () => {};

  async function reviseAll(): Promise<void> {
    for (const poster of posters.all()) {
      if (poster.leads() && !isStopped)
        await reviseMessages({
          store,
          poster,
          clock,
          timing,
          log,
          goesOn: () => !isStopped && poster.leads(),
        });
    }
  }

  function soon(): void {
    if (isStopped) return;
    revising ??= reviseAll()
      .catch((error: unknown) =>
        log.error({ err: error }, 'Messages could not be changed; the next turn tries again.'),
      )
      .finally(() => {
        revising = null;
      });
  }

  function start(): void {
    soon();
    if (!isStopped) cancel = alarms.set(timing.pollMs, start);
  }

  return {
    start,
    soon,
    async stop() {
      isStopped = true;
      cancel();
      await revising;
    },
  };
}
