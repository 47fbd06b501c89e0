import { backOff } from './back-off.ts';
import type { DeliveryError } from './delivery-error.ts';
import type { Lane } from './lane.ts';
import type { PosterState } from './poster-state.ts';

/** So many channels failed so soon after each other, and none worked between: perhaps it is not the channels. */
const manyChannels = 3;
const togetherMs = 1_000;

/**
 * Whether the workspace as a whole is at its limit, or out of reach; only another request can tell. From when many
 * channels failed until one works, one message at a time is tried, at longer and longer intervals.
 */
export interface Doubt {
  /** The channels that failed since one worked. */
  channels: ReadonlySet<string>;
  /** When the last one did. */
  at: number;
  /** How often a channel failed that had not before, when it was tried for all. */
  times: number;
  /** When the next message may be tried; 0 while there are too few to doubt. */
  probeAt: number;
  /** Whether it had better be one of a channel that has not failed, or one of a channel that has. */
  prefersNew: boolean;
}

const none: Doubt = { channels: new Set(), at: 0, times: 0, probeAt: 0, prefersNew: true };

/** What a failed request says of the workspace. Its success is in `noteSuccess`. */
export function noteDoubt(state: PosterState, lane: Lane, error: DeliveryError): void {
  const { workspace } = state;
  if (error.code !== 'rate-limited' && error.code !== 'network') return;
  if (workspace.failAlone.has(lane.channel)) return;
  const { clock, timing } = state.options;
  const now = clock();
  const before = workspace.doubt ?? none;
  const isKept = before.probeAt > 0 || now - before.at < togetherMs;
  const channels = new Set(isKept ? before.channels : []).add(lane.channel);
  const doubt: Doubt = { ...before, channels, at: now };
  // What was under way when the doubt arose says nothing more.
  if (channels.size >= manyChannels && now >= before.probeAt) {
    const isNews = !before.channels.has(lane.channel);
    doubt.times += isNews ? 1 : 0;
    if (before.probeAt > 0) doubt.prefersNew = !isNews;
    const maxMs = error.retryAfterMs ?? timing.leaseMs;
    doubt.probeAt = now + backOff(doubt.times, { firstMs: timing.backOffMs, maxMs });
  }
  workspace.doubt = doubt;
}

/** The lower, the more a try in the channel tells of the workspace. */
export function probeRank({ channels, prefersNew }: Doubt, lane: Lane): number {
  return channels.has(lane.channel) === prefersNew ? 1 : 0;
}
