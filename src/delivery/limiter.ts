import type { RateLimits } from './rate-limits.ts';
import { createSlidingWindow, type Limit, type SlidingWindow } from './sliding-window.ts';

/** A request about to be sent: a message to a place, or its change, a thread to be made, or a reading of history or reactions. */
export type Asking =
  | { kind: 'message' | 'edit'; place: string }
  | { kind: 'thread' }
  | { kind: 'reading' | 'flags' };

/** When requests of one workspace may be sent, so that its limits are never met. */
export interface Limiter {
  /** The first instant at or after `now` at which it may be sent; Infinity where only an answer makes room. */
  freeAt(asking: Asking, now: number): number;
  /** Counts one that is about to be sent; call what it returns when its answer is here. */
  take(asking: Asking, now: number): (answeredAt: number) => void;
  /** Whether messages may be sent at all, place aside. */
  openAt(now: number): number;
  /** The platform said so: nothing there before the instant. */
  closePlace(place: string, now: number, until: number): void;
  closeReadings(of: 'reading' | 'flags', until: number): void;
  /** As `closePlace`, of changes; where a refusal is of all places, of all. */
  closeEdits(place: string, now: number, until: number): void;
}

/** So many places are remembered before those without a recent message are forgotten. */
const placesKept = 2_000;

export function createLimiter(limits: RateLimits): Limiter {
  const workspace = createSlidingWindow(limits.workspace);
  const helping = createSlidingWindow(limits.helping);
  const readings = { reading: createSlidingWindow(limits.reads), flags: createSlidingWindow(limits.flags) };
  const places = createPlaces(limits.channel);
  const edits = createSlidingWindow(limits.edits.workspace);
  const editedPlaces = createPlaces(limits.edits.channel);

  /** What a request fills. */
  function windowsOf(asking: Asking, now: number): SlidingWindow[] {
    switch (asking.kind) {
      case 'message':
        return [workspace, helping, places.of(asking.place, now)];
      case 'thread':
        return [workspace, helping];
      case 'edit':
        return [edits, editedPlaces.of(asking.place, now)];
      default:
        return [readings[asking.kind]];
    }
  }

  return {
    openAt: (now) => Math.max(workspace.freeAt(now), helping.freeAt(now)),
    freeAt: (asking, now) => Math.max(...windowsOf(asking, now).map((window) => window.freeAt(now))),
    take(asking, now) {
      const answered = windowsOf(asking, now).map((window) => {
        const answer = window.take(now);
        // Together is what is sent together, however long the answers take.
        if (window === helping) answer(now);
        return answer;
      });
      return (at) => {
        for (const each of answered) each(at);
      };
    },
    closePlace: (place, now, until) => places.of(place, now).closeUntil(until),
    closeReadings: (of, until) => readings[of].closeUntil(until),
    closeEdits: (place, now, until) =>
      (limits.edits.refusedFor === 'workspace' ? edits : editedPlaces.of(place, now)).closeUntil(until),
  };
}

function createPlaces(limit: Limit): { of(place: string, now: number): SlidingWindow } {
  const windows = new Map<string, SlidingWindow>();
  return {
    of(place, now) {
      const known = windows.get(place);
      if (known) return known;
      if (windows.size >= placesKept)
        for (const [each, window] of windows) if (window.isEmpty(now)) windows.delete(each);
      const made = createSlidingWindow(limit);
      windows.set(place, made);
      return made;
    },
  };
}
