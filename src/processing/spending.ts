import { z } from 'zod';

/** What was asked of the model on one day, and what it could not do. */
export interface Spending {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  /** Questions asked, those that were broken off among them; one that the endpoint turned away costs nothing. */
  asked: number;
  /** Fingerprints of briefs whose answer was refused, the newest last. */
  refused: string[];
}

/** Where it is kept, so that a restart is no way around the budget. */
export interface SpendingStore {
  read(): Promise<string | null>;
  write(spending: Spending): Promise<void>;
}

const refusedAtMost = 1_000;
const kept = z.object({ day: z.string(), asked: z.number().int(), refused: z.array(z.string()) });

/** What is spent on the day of `now`; what was kept and cannot be read counts as nothing. */
export function spendingOn(now: number, text: string | null): Spending {
  const day = new Date(now).toISOString().slice(0, 10);
  const read = kept.safeParse(parse(text ?? ''));
  if (!read.success) return { day, asked: 0, refused: [] };
  const { asked, refused } = read.data;
  return { day, asked: read.data.day === day ? asked : 0, refused: refused.slice(-refusedAtMost) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
