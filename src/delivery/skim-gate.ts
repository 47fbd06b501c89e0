/**
 * Threads give way to skim messages of other workspaces, and to one under way, for no longer than this:
 * what is slow or at its limit must not hold up the others.
 */
export const patienceMs = 2_000;

/** Lets threads begin once the skim messages of all channels are out: whoever looks in finds the news first. */
export interface SkimGate {
  /** Editions are being composed; their skim messages come first. */
  composing(isComposing: boolean): void;
  /** Whether a workspace has skim messages that only wait for their turn: its threads wait until they are out. */
  waiting(workspace: string, isWaiting: boolean, now: number): void;
  started(id: string, now: number): void;
  ended(id: string): void;
  /** When threads of the workspace may begin, as far as is known now; `now` or before means at once. */
  opensAt(workspace: string, now: number): number;
}

export function createSkimGate(): SkimGate {
  const waitingSince = new Map<string, number>();
  const underWay = new Map<string, number>();
  let isComposing = false;

  return {
    composing(value) {
      isComposing = value;
    },
    waiting(workspace, isWaiting, now) {
      if (!isWaiting) waitingSince.delete(workspace);
      else if (!waitingSince.has(workspace)) waitingSince.set(workspace, now);
    },
    started: (id, now) => void underWay.set(id, now),
    ended: (id) => void underWay.delete(id),
    opensAt(workspace, now) {
      if (isComposing || waitingSince.has(workspace)) return now + patienceMs;
      // A clock that was put back must not keep it closed.
      const since = [...waitingSince.values(), ...underWay.values()].filter((instant) => instant <= now);
      return Math.max(now, ...since.map((instant) => instant + patienceMs));
    },
  };
}
