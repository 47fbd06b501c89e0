import type { Lane } from './lane.ts';
import type { PosterState } from './poster.ts';

/**
 * The thread that hangs under a message of ours, opened where there is none yet; null where the message was
 * never posted. Rejects with what the platform says.
 */
export async function threadFor(state: PosterState, lane: Lane, parentId: string): Promise<string | null> {
  const { options, platform } = state;
  const { store, clock, checkpoint } = options;
  let parent = lane.parents.get(parentId) ?? (await store.parent(parentId));
  if (!parent || parent.messageId === null) return null;
  if (parent.thread !== null) return parent.thread;
  if (parent.ownThread !== null) return parent.ownThread;
  // Its name is in the ledger only.
  if (parent.threadName === '') parent = (await store.parent(parentId)) ?? parent;
  await checkpoint('thread-opening');
  state.workspace.window.take(clock());
  const thread = await platform.openThread(parent.channel, parent.messageId ?? '', parent.threadName);
  await checkpoint('thread-opened');
  await store.threadOpened(parentId, thread);
  lane.parents.set(parentId, { ...parent, ownThread: thread });
  return thread;
}
