import { createStoryIndex, type SavedAssignment } from '../stories/story-index.ts';
import type { BriefCache } from './brief-cache.ts';
import type { StoryAssigner } from './shelve.ts';

/** The story index with every cached brief back in its place, in the order they were first seen. */
export async function restoreStories(cache: BriefCache, pause: () => Promise<void>): Promise<StoryAssigner> {
  const saved: SavedAssignment[] = cache.assignments().map(({ file, seenAt, story, followUpOf }) => ({
    file,
    firstSeen: seenAt,
    story,
    label: story === file ? 'new' : 'same',
    followUpOf,
    score: 1,
    why: 'As it was told before.',
  }));
  const index = createStoryIndex(saved);
  for (const { file, firstSeen } of saved) {
    const brief = cache.brief(file);
    if (brief) index.add(brief, firstSeen);
    await pause();
  }
  return index;
}
