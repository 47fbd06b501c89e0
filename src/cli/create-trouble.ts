import type { Delivery } from '../delivery/delivery.ts';

/** Something that is wrong for a while, perhaps before there is anybody to tell. */
export interface Trouble {
  /** What is wrong, in a sentence; null: it is over. The operator is told, once that can be done. */
  set(sentence: string | null): void;
  now(): string | null;
  /** Who tells the operator, from now on. */
  tellTo(delivery: Pick<Delivery, 'notify' | 'mended'>): void;
  /** Tells how it stands. */
  tell(): Promise<void>;
}

/** @param cause names it among the operator's notices */
export function createTrouble(cause: string): Trouble {
  let said: string | null = null;
  let operator: Pick<Delivery, 'notify' | 'mended'> | null = null;

  async function tell(): Promise<void> {
    if (said === null) await operator?.mended(cause);
    else await operator?.notify(cause, said);
  }

  return {
    set(sentence) {
      said = sentence;
      void tell();
    },
    now: () => said,
    tellTo(delivery) {
      operator = delivery;
    },
    tell,
  };
}
