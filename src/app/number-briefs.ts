import type { Library } from '../library/library.ts';
import type { BriefLedger } from '../store/brief-ledger.ts';

/** Numbers every brief that has none yet; returns the highest number given out. */
export async function numberBriefs(
  library: Pick<Library, 'list'>,
  ledger: Pick<BriefLedger, 'noteBriefs' | 'highestSeq'>,
): Promise<{ seq: number }> {
  await ledger.noteBriefs(await library.list());
  return { seq: await ledger.highestSeq() };
}
