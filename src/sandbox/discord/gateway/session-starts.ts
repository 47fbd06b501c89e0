import type { DiscordState } from '../discord-state.ts';

const perDay = 1000;
const dayMs = 24 * 60 * 60_000;

/** How many sessions may still be started in the 24 hours, as `GET /gateway/bot` tells it. */
export interface SessionStartLimit {
  total: number;
  remaining: number;
  /** Milliseconds until the count starts again. */
  reset_after: number;
  max_concurrency: number;
}

/** @see https://docs.discord.com/developers/events/gateway#session-start-limit-object */
export function sessionStartLimit(state: DiscordState, now: number): SessionStartLimit {
  const starts = state.sessionStarts().filter((at) => at > now - dayMs);
  const oldest = starts[0];
  return {
    total: perDay,
    remaining: Math.max(0, perDay - starts.length),
    reset_after: oldest === undefined ? 0 : oldest + dayMs - now,
    max_concurrency: 1,
  };
}

/** Counts an IDENTIFY; false when the day's starts are used up (the real one then resets the token). */
export function countSessionStart(state: DiscordState, now: number): boolean {
  const starts = state.sessionStarts().filter((at) => at > now - dayMs);
  state.setSessionStarts([...starts, now]);
  return starts.length < perDay;
}
