import type { PlatformName } from '../digest/edition.ts';
import { knownPlace, type Lane, type NextStep, nextStep } from './lane.ts';
import type { Asking } from './limiter.ts';
import { placeKey, rateLimits } from './rate-limits.ts';

/** What a lane can do now. */
export interface ReadyStep {
  lane: Lane;
  step: NextStep;
}

/**
 * What each lane can do now, the most urgent first; and when a lane that can do nothing might.
 * @returns `wakeAt`: Infinity where none will by itself
 */
export function readySteps(lanes: Iterable<Lane>, now: number): { steps: ReadyStep[]; wakeAt: number } {
  const steps: ReadyStep[] = [];
  let wakeAt = Number.POSITIVE_INFINITY;
  for (const lane of lanes) {
    const next = nextStep(lane, now);
    if (next.step) steps.push({ lane, step: next.step });
    else if (next.wakeAt !== null) wakeAt = Math.min(wakeAt, next.wakeAt);
  }
  steps.sort((a, b) => a.step.rank - b.step.rank || a.step.job.seq - b.step.job.seq);
  return { steps, wakeAt };
}

/** Whether it posts a channel's first look at an edition. */
export function isSkim({ step }: Pick<ReadyStep, 'step'>): boolean {
  return step.act === 'post' && step.job.kind === 'skim';
}

/** The request that a step begins with; null for none. */
export function askingOf(name: PlatformName, lane: Lane, { act, job }: NextStep): Asking | null {
  if (act === 'take-over') return null;
  if (act === 'look-up') return { kind: 'reading' };
  if (act === 'find-place') return rateLimits[name].threadIsChannel ? { kind: 'thread' } : null;
  const thread = knownPlace(lane, job)?.thread ?? null;
  return { kind: 'message', place: placeKey({ platform: name, channel: job.channel, thread }) };
}
