import type { DeliveryOptions } from './delivery-options.ts';
import type { Notices } from './notices.ts';
import type { Poster } from './poster.ts';
import type { Posters } from './posters.ts';
import { createReviser, type Reviser } from './revise.ts';

/** Changes posted messages where this process is the one that posts; a turn at a time. */
export interface Revising {
  /** From now on at every poll. */
  start(): void;
  soon(): void;
  stop(): Promise<void>;
}

export function keepRevising(
  options: DeliveryOptions,
  posters: Pick<Posters, 'all'>,
  notices: Notices,
): Revising {
  /** By workspace: who posts there may change while a message is being changed. */
  const revisers = new Map<string, Reviser>();
  let isStopped = false;
  let cancel = () => {};

  function reviserOf({ platform }: Poster): Reviser {
    const key = `${platform.name}:${platform.workspace}`;
    const reviser = revisers.get(key) ?? createReviser(options, notices);
    revisers.set(key, reviser);
    return reviser;
  }

  function soon(): void {
    if (isStopped) return;
    for (const poster of posters.all()) reviserOf(poster).turn(poster);
  }

  function start(): void {
    soon();
    if (!isStopped) cancel = options.alarms.set(options.timing.pollMs, start);
  }

  return {
    start,
    soon,
    async stop() {
      isStopped = true;
      cancel();
      await Promise.all([...revisers.values()].map((reviser) => reviser.stop()));
    },
  };
}
