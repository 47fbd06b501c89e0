import type { DeliveryOptions } from './delivery-options.ts';
import type { PostedEdition } from './delivery-store.ts';

/**
 * Reports editions all of whose messages are settled. What is done with them (an archive, feeds) is done for several
 * at once, and holds up no message.
 */
export interface Finisher {
  add(editions: readonly string[]): void;
  /** Reports what waits, and resolves when that is done; what fails is reported at the next start. */
  stop(): Promise<void>;
}

/** Between two reports, ms: so many editions as finish meanwhile are one. */
const restMs = 1_000;
/** Editions held in memory at once. */
const together = 50;

/** Every message is posted or given up; one that was taken back before anything was posted is not an edition any more. */
function isFinished({ parts }: PostedEdition): boolean {
  return parts.some(isGiven) && parts.every((part) => isGiven(part) || part.status === 'withdrawn');
}

function isGiven({ status }: PostedEdition['parts'][number]): boolean {
  return status === 'sent' || status === 'failed';
}

export function finishEditions({ store, log, alarms, onEditionsPosted }: DeliveryOptions): Finisher {
  const waiting = new Set<string>();
  let reporting: Promise<void> | null = null;
  let isResting = false;
  let isStopped = false;
  let cancelRest = () => {};

  async function report(): Promise<void> {
    const keys = [...waiting].slice(0, together);
    for (const key of keys) waiting.delete(key);
    try {
      const finished = (await store.posted(keys)).filter(isFinished);
      await onEditionsPosted(finished);
      await store.reportFinished(finished.map(({ edition }) => edition.key));
    } catch (error) {
      log.error({ err: error }, 'What was posted could not be archived; the next start tries again.');
    }
  }

  function next(): void {
    if (reporting || isResting || waiting.size === 0) return;
    reporting = report().finally(() => {
      reporting = null;
      if (!isStopped) rest();
    });
  }

  function rest(): void {
    isResting = true;
    cancelRest = alarms.set(restMs, () => {
      isResting = false;
      next();
    });
  }

  return {
    add(editions) {
      for (const edition of editions) waiting.add(edition);
      if (!isStopped) next();
    },
    async stop() {
      isStopped = true;
      cancelRest();
      await reporting;
      while (waiting.size > 0) await report();
    },
  };
}
