import { DeliveryError } from './delivery-error.ts';
import type { Alarms } from './delivery-options.ts';

/** An answer that has not come in time is an unknown outcome, even where an adapter forgot its own time-out. */
export async function withinTime<T>(answer: Promise<T>, ms: number, alarms: Alarms): Promise<T> {
  let cancel = () => {};
  const late = new Promise<never>((_, reject) => {
    cancel = alarms.set(ms, () =>
      reject(new DeliveryError('unknown-outcome', 'The platform did not answer in time.')),
    );
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    cancel();
  }
}
