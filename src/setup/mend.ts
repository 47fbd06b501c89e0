import type { Finding } from './finding.ts';

/** A finding, and what was done about it. */
export interface MendedFinding extends Pick<Finding, 'name' | 'ok' | 'says' | 'mend'> {
  /** What was done; null for nothing. */
  fixed: string | null;
}

/** Mends what can be mended safely, where `isWanted`; what could not be mended says why. */
export async function mend({ fix, ...finding }: Finding, isWanted: boolean): Promise<MendedFinding> {
  if (finding.ok || !isWanted || fix === undefined) return { ...finding, fixed: null };
  try {
    return { ...finding, ok: true, mend: null, fixed: await fix() };
  } catch (error) {
    return {
      ...finding,
      says: `${finding.says} It could not be mended.`,
      mend: (error as Error).message,
      fixed: null,
    };
  }
}

/** One line: `✓ the clock is right`, `! what is odd → what to do`, or `✗ what is wrong → what to do`. */
export function sayFinding({ ok, says, mend: advice, fixed }: MendedFinding): string {
  if (fixed !== null) return `✓ ${fixed} (${says.replace(/\.$/, '')})`;
  if (ok) return advice === null ? `✓ ${says}` : `! ${says} → ${advice}`;
  return `✗ ${says} → ${advice ?? ''}`;
}
