import { type Target, targetKey } from '../delivery/channel-plan.ts';

/** Name of the counter that says how often a channel's briefs were judged. */
export function judgedCounter(target: Target): string {
  return `judged:${targetKey(target)}`;
}
