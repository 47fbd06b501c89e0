import type { Lane } from './lane.ts';

/** The thread is gone: what else would stand in it goes to the channel too, without asking the platform again. */
export function forgetThread(lane: Lane, thread: string | null): void {
  for (const parent of lane.parents.values())
    if (parent.ownThread === thread) Object.assign(parent, { ownThread: null, messageId: null });
}
