import type { Target } from '../delivery/channel-plan.ts';

/** The three columns of a target, and nothing else of what carries them. */
export function targetColumns({ platform, workspace, channel }: Target): Target {
  return { platform, workspace, channel };
}
